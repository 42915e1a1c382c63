/** Where the agents of a demonstration run; null: nowhere on this machine. */
export type AgentsRun = 'isolated' | 'not isolated' | null;

/**
 * What a run with the demonstration GitHub adds to its environment, so that a newcomer sees agents at work: organizations
 * begin with local sandboxes, and where this machine cannot isolate them they run unisolated, which the welcome says. What
 * the environment says wins. With a real GitHub both are the operator's decision.
 */
export function demonstrationSandboxes(
  environment: NodeJS.ProcessEnv,
  canIsolate: boolean,
): { environment: Record<string, string>; agents: AgentsRun } {
  const said = (key: string): string => (environment[key] ?? '').trim();
  const offered = said('SANDBOX_PROVIDERS').split(',');
  if (said('SANDBOX_PROVIDERS') !== '' && !offered.some((name) => name.trim() === 'local')) {
    return { environment: {}, agents: null };
  }
  const consent = said('SANDBOX_LOCAL_UNISOLATED') || (canIsolate ? '0' : '1');
  return {
    environment: {
      SANDBOX_STARTS_WITH: said('SANDBOX_STARTS_WITH') || 'local',
      SANDBOX_LOCAL_UNISOLATED: consent,
    },
    agents: canIsolate ? 'isolated' : consent === '1' ? 'not isolated' : null,
  };
}
