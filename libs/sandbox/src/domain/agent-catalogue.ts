import type { AgentView } from '../contracts/index.js';

const unknown = (id: string, name: string): AgentView => ({
  id,
  name,
  version: null,
  installed: false,
  credentialsPresent: false,
  models: [],
  modes: [],
  reasoning: [],
  capabilities: {},
});

/** Agents that the agent server knows, for an organization that never had a machine. */
export const CATALOGUE: readonly AgentView[] = [
  unknown('claude', 'Claude Code'),
  unknown('codex', 'Codex'),
  unknown('opencode', 'OpenCode'),
  unknown('pi', 'Pi'),
];
