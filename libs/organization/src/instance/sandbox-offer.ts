import { BootError } from '@foundry/messaging';
import { z } from 'zod';
import { SandboxProvider, type Settings } from '../contracts/index.js';
import type { ProvidersOffered } from '../domain/settings.js';

/** What this instance can run sandboxes on, and which of it a new organization starts with. */
export class SandboxOffer implements ProvidersOffered {
  constructor(
    readonly providers: readonly SandboxProvider[],
    readonly startingWith: readonly SandboxProvider[],
  ) {}

  /**
   * `SANDBOX_PROVIDERS`: comma-separated, what is offered; without it `e2b` when `E2B_API_KEY` is set, and `local`.
   * `SANDBOX_STARTS_WITH`: what new organizations have; without it all but `local`, which only an owner adds.
   */
  static from(environment: NodeJS.ProcessEnv): SandboxOffer {
    const offered =
      listed(environment, 'SANDBOX_PROVIDERS') ?? (environment['E2B_API_KEY'] ? ['e2b', 'local'] : ['local']);
    const start = listed(environment, 'SANDBOX_STARTS_WITH') ?? offered.filter((provider) => provider !== 'local');
    const missing = start.find((provider) => !offered.includes(provider));
    if (missing) throw new BootError(`SANDBOX_STARTS_WITH names ${missing}; add it to SANDBOX_PROVIDERS.`);
    return new SandboxOffer(offered, start);
  }

  startingSettings(): Partial<Settings> {
    const [defaultProvider = null] = this.startingWith;
    return { sandboxProviders: [...this.startingWith], defaultProvider };
  }
}

function listed(environment: NodeJS.ProcessEnv, name: string): SandboxProvider[] | null {
  const value = environment[name]?.trim();
  if (!value) return null;
  const parsed = z.array(SandboxProvider).safeParse(value.split(',').map((part) => part.trim()));
  if (!parsed.success) throw new BootError(`${name} must list some of e2b, docker, local; it is "${value}".`);
  return parsed.data;
}
