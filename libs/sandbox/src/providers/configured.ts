import type { SandboxConfig } from '../sandbox-config.js';
import { LocalProvider } from './local/local.provider.js';
import type { MachineProvider } from './provider.js';
import { Providers } from './providers.js';

/** The providers that the configuration names. */
export function configuredProviders(config: SandboxConfig): Providers {
  return new Providers(config.configured.flatMap((name) => make(name, config) ?? []));
}

function make(name: SandboxConfig['configured'][number], { local }: SandboxConfig): MachineProvider | null {
  return name === 'local' ? new LocalProvider(local) : null;
}
