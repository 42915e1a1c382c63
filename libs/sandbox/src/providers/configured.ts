import type { SandboxConfig } from '../sandbox-config.js';
import { DockerProvider } from './docker/docker.provider.js';
import { E2bProvider } from './e2b/e2b.provider.js';
import { LocalProvider } from './local/local.provider.js';
import type { MachineProvider } from './provider.js';
import { Providers } from './providers.js';

/** The providers that the configuration names. */
export function configuredProviders(config: SandboxConfig): Providers {
  return new Providers(config.configured.flatMap((name) => make(name, config) ?? []));
}

function make(name: SandboxConfig['configured'][number], config: SandboxConfig): MachineProvider | null {
  if (name === 'local') return new LocalProvider(config.local);
  if (name === 'docker') return new DockerProvider(config.docker);
  return config.e2b && new E2bProvider(config.e2b);
}
