import type { SandboxView } from '@foundry/sandbox/contracts';

const STATES: Readonly<Record<SandboxView['state'], string>> = {
  requested: 'Asked for',
  provisioning: 'Being made',
  starting: 'Starting',
  preparing: 'Fetching the repository',
  ready: 'Running',
  degraded: 'Running, but it answers badly',
  pausing: 'Pausing',
  paused: 'Paused',
  resuming: 'Waking up',
  expired: 'Gone',
  failed: 'Failed',
  destroying: 'Being ended',
  destroyed: 'Ended',
};

const STEPS: Readonly<Record<NonNullable<SandboxView['step']>, string>> = {
  provision: 'making the machine',
  startServer: 'starting its server',
  prepareRepository: 'fetching the repository',
  checkpoint: 'saving the work',
  pause: 'pausing',
  resume: 'waking up',
  destroy: 'ending the machine',
};

export const sandboxWords = ({ state }: SandboxView): string => STATES[state];
export const stepWords = ({ step }: SandboxView): string | null => (step === null ? null : STEPS[step]);

/** Where it runs and what keeps it apart, as people say it: "docker, container", "local, not isolated". */
export const providerWords = ({ provider, isolation }: SandboxView): string =>
  isolation === null ? provider : `${provider}, ${isolation}`;

const RUNNING = new Set<SandboxView['state']>(['ready', 'degraded']);
export const isRunning = ({ state }: SandboxView): boolean => RUNNING.has(state);
