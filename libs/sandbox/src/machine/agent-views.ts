import { EffectFailed } from '@foundry/messaging';
import type { AgentView } from '../contracts/index.js';
import { DEMO_AGENT_VIEW } from '../domain/agent-catalogue.js';
import { agentName, agentOf } from '../domain/agent-names.js';
import type { AgentServer } from './agent-server.js';
import type { RemoteAgent } from './server-answers.js';
import { AgentServerRefused } from './server-door.js';

/** Agents of a machine; of installed ones with what they offer, as far as they say it. */
export async function agentViews(server: AgentServer, abort: AbortSignal): Promise<AgentView[]> {
  const views: AgentView[] = [];
  for (const agent of await server.agents(abort)) {
    // The server tells of its own echo what it would tell of the demo agent, whose place that is.
    if (agentOf(agent.id) === DEMO_AGENT_VIEW.id) {
      if (agent.installed) views.push(DEMO_AGENT_VIEW);
    } else views.push(viewOf(agent.installed ? await detailed(server, agent, abort) : agent));
  }
  return views;
}

/** An agent that does not start for the question is shown as it is listed. */
async function detailed(server: AgentServer, agent: RemoteAgent, abort: AbortSignal): Promise<RemoteAgent> {
  try {
    return await server.agent(agent.id, abort);
  } catch (error) {
    if (error instanceof AgentServerRefused || error instanceof EffectFailed) return agent;
    throw error;
  }
}

function viewOf({ id, version, installed, credentialsAvailable, capabilities, configOptions }: RemoteAgent): AgentView {
  const choices = (category: string) =>
    (configOptions ?? [])
      .filter((option) => option.category === category || option.id === category)
      .flatMap(({ options = [] }) => options.map(({ value, name }) => ({ id: value, name: name ?? value })));
  return {
    id,
    name: agentName(id),
    version: version ?? null,
    installed,
    credentialsPresent: credentialsAvailable,
    models: choices('model'),
    modes: choices('mode'),
    reasoning: choices('thought_level'),
    capabilities,
  };
}
