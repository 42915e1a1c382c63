import type { AgentView } from '@foundry/sandbox/contracts';

/** Why an agent cannot run; null: it can. */
export function whyNotRunning({ installed, credentialsPresent }: AgentView): string | null {
  if (!installed) return 'not installed';
  return credentialsPresent ? null : 'no key';
}

/** The one that a person prefers, else the first that can run; null: nothing is known to run, so the server chooses. */
export function usualAgent(agents: readonly AgentView[], preferred: string | null): string | null {
  const ready = agents.filter((agent) => whyNotRunning(agent) === null);
  return (ready.find(({ id }) => id === preferred) ?? ready[0])?.id ?? null;
}
