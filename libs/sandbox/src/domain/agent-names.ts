import { DEMO_AGENT } from '../demo-agent/offer.js';

/** Names that people know; another agent is called by its id. */
const NAMES: Readonly<Record<string, string>> = {
  claude: 'Claude Code',
  codex: 'Codex',
  opencode: 'OpenCode',
  pi: 'Pi',
  amp: 'Amp',
  cursor: 'Cursor',
  [DEMO_AGENT.id]: DEMO_AGENT.name,
};

/** The agent server starts no agents but those that it knows; of them nobody wants its own echo, `mock`. */
const DEMO_ON_SERVER = 'mock';

/** The agent server's name of an agent. */
export const serverAgent = (id: string): string => (id === DEMO_AGENT.id ? DEMO_ON_SERVER : id);

/** Our name of an agent of the agent server. */
export const agentOf = (onServer: string): string => (onServer === DEMO_ON_SERVER ? DEMO_AGENT.id : onServer);

export const agentName = (id: string): string => NAMES[id] ?? id;
