import { EffectFailed } from '@foundry/messaging';
import type { AgentView } from '../contracts/index.js';
import { type AgentServer, AgentServerRefused, type RemoteAgent } from './agent-server.js';

/** Names that people know; another agent is called by its id. */
const NAMES: Readonly<Record<string, string>> = {
  claude: 'Claude Code',
  codex: 'Codex',
  opencode: 'OpenCode',
  pi: 'Pi',
  amp: 'Amp',
  cursor: 'Cursor',
};

/** The server's own echo answers no prompt, so nobody can choose it. */
const HIDDEN = ['mock'];

/** Agents of a machine; of installed ones with what they offer, as far as they say it. */
export async function agentViews(server: AgentServer, abort: AbortSignal): Promise<AgentView[]> {
  const listed = (await server.agents(abort)).filter(({ id }) => !HIDDEN.includes(id));
  const views: AgentView[] = [];
  for (const agent of listed) views.push(viewOf(agent.installed ? await detailed(server, agent, abort) : agent));
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
    name: NAMES[id] ?? id,
    version: version ?? null,
    installed,
    credentialsPresent: credentialsAvailable,
    models: choices('model'),
    modes: choices('mode'),
    reasoning: choices('thought_level'),
    capabilities,
  };
}
