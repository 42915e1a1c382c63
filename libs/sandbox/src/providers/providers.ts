import type { ProviderName } from '../contracts/index.js';
import { ProviderUnavailable } from '../domain/rejections.js';
import type { MachineProvider } from './provider.js';

/** The providers that this instance is configured for. */
export class Providers {
  constructor(readonly all: readonly MachineProvider[]) {}

  /** Throws `sandbox.provider_unavailable` for one that is not configured (any more). */
  get(name: ProviderName): MachineProvider {
    const provider = this.all.find((candidate) => candidate.name === name);
    if (!provider) throw new ProviderUnavailable(name);
    return provider;
  }
}
