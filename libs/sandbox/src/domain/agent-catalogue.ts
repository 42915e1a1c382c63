import type { AgentView } from '../contracts/index.js';
import { DEMO_AGENT } from '../demo-agent/offer.js';
import { agentName } from './agent-names.js';

const unknown = (id: string): AgentView => ({
  id,
  name: agentName(id),
  version: null,
  installed: false,
  credentialsPresent: false,
  models: [],
  modes: [],
  reasoning: [],
  capabilities: {},
});

/** The demo agent where a machine has it. It needs no key. */
export const DEMO_AGENT_VIEW: AgentView = {
  ...{ id: DEMO_AGENT.id, name: DEMO_AGENT.name, version: DEMO_AGENT.version },
  installed: true,
  credentialsPresent: true,
  models: [...DEMO_AGENT.models],
  modes: [...DEMO_AGENT.modes],
  reasoning: [...DEMO_AGENT.reasoning],
  capabilities: DEMO_AGENT.capabilities,
};

/** Agents that the agent server knows, for an organization that never had a machine; the demo agent where it will be. */
export const catalogue = (hasDemoAgent: boolean): AgentView[] => [
  ...['claude', 'codex', 'opencode', 'pi'].map(unknown),
  ...(hasDemoAgent ? [DEMO_AGENT_VIEW] : []),
];
