import type { SandboxProvider } from '@foundry/organization/contracts';

interface ProviderWords {
  readonly name: string;
  /** How far a machine is apart from everything else. */
  readonly isolation: string;
}

/** Where machines run, in words. */
export const PROVIDERS: Readonly<Record<SandboxProvider, ProviderWords>> = {
  e2b: { name: 'E2B', isolation: 'a virtual machine of its own' },
  docker: { name: 'Docker', isolation: 'a container of its own' },
  local: { name: 'Local', isolation: 'not isolated' },
};
