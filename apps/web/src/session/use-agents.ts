import type { AgentView } from '@foundry/sandbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApp, useSandbox } from '../live/live-context.js';
import { agentsQuery } from '../sandbox/agents-query.js';
import { whyNoImages } from './image-files.js';
import { usualAgent } from './usual-agent.js';

const NO_AGENTS: readonly AgentView[] = Object.freeze([]);

/** Agents that the machine of a task offers; without one, those of the organization. Reading them starts nothing. */
export function useAgents(organizationId: string, sandboxId: string | null): readonly AgentView[] {
  const own = useSandbox(sandboxId).state?.agents ?? NO_AGENTS;
  const { data } = useQuery({ ...agentsQuery(organizationId), enabled: own.length === 0, staleTime: 60_000 });
  return own.length > 0 ? own : (data?.agents ?? NO_AGENTS);
}

/** What a new session is opened with. Absent: the server chooses. */
export interface ChosenAgent {
  readonly agent?: string;
  readonly model?: string;
}

/** The agent of a session that is not there yet: what was chosen, else the usual one. */
export function useAgentChoice(organizationId: string, sandboxId: string | null) {
  const agents = useAgents(organizationId, sandboxId);
  const { preferences } = useApp();
  const [own, setOwn] = useState<ChosenAgent | null>(null);
  const usual = usualAgent(agents, preferences?.defaultAgent ?? null);
  const model = usual === null ? undefined : preferences?.lastModels[usual];
  const chosen: ChosenAgent =
    own ?? (usual === null ? {} : { agent: usual, ...(model === undefined ? {} : { model }) });
  return { agents, chosen, choose: setOwn };
}

/** Why images cannot go with the first message of a session; null: they can. */
export const noImagesOf = ({ agents, chosen }: ReturnType<typeof useAgentChoice>): string | null =>
  whyNoImages(agents.find(({ id }) => id === chosen.agent));
