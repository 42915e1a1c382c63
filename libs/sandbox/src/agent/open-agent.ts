import { EffectFailed } from '@foundry/messaging';
import type { AgentConnection, AgentStart } from '../contracts/index.js';
import type { AgentServer } from '../machine/agent-server.js';

/**
 * Opens the connection to an agent (sandbox, section 11), starting it when `start` is given and nobody uses the id.
 * Not built yet: every call fails, and whoever asked is told so.
 */
export function openAgent(_server: AgentServer, serverId: string, _start?: AgentStart): Promise<AgentConnection> {
  return Promise.reject(new EffectFailed('agent.unavailable', `Agents cannot be reached yet (${serverId}).`));
}
