import { useQuery } from '@tanstack/react-query';
import { useApp, useOrganization } from '../live/live-context.js';
import { agentsQuery, type AgentList, whyNotReady } from '../sandbox/agents-query.js';

export interface FirstSteps {
  readonly install: boolean;
  readonly sync: boolean;
  readonly agent: boolean;
  readonly firstTask: boolean;
  /** Null until it was read. */
  readonly agents: AgentList | null;
}

export const STEP_NAMES = ['install', 'sync', 'agent', 'firstTask'] as const;

export const doneSteps = (steps: FirstSteps): number => STEP_NAMES.filter((name) => steps[name]).length;
export const areAllDone = (steps: FirstSteps): boolean => doneSteps(steps) === STEP_NAMES.length;

/** Which agents can run for sure: as long as no machine was asked, nobody knows. */
export const readyAgents = (list: AgentList | null): string[] =>
  list === null || list.source === 'catalogue'
    ? []
    : list.agents.filter((agent) => whyNotReady(list, agent) === null).map(({ name }) => name);

/** How far the first steps of an organization are; null until it is known. All of it comes from the server. */
export function useFirstSteps(organizationId: string): FirstSteps | null {
  const { organizations } = useApp();
  const { state } = useOrganization(organizationId);
  const { data: agents = null, isPending } = useQuery(agentsQuery(organizationId));
  const known = organizations.find(({ id }) => id === organizationId)?.onboarding;
  if (!state?.github || isPending) return null;
  const { installation, sync } = state.github;
  return {
    install: installation === 'connected',
    sync: sync === 'synced' || (known?.sync ?? false),
    agent: readyAgents(agents).length > 0 || known?.agent === true,
    firstTask: (known?.firstTask ?? false) || [...state.tasks.values()].some(({ virtual }) => !virtual),
    agents,
  };
}
