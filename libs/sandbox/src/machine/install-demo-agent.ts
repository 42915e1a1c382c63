import { serverAgent } from '../domain/agent-names.js';
import { DEMO_AGENT } from '../demo-agent/offer.js';
import type { AgentServer } from './agent-server.js';

/** What starts the demo agent on a machine that has it, found on its path. */
export const DEMO_AGENT_PROGRAM = 'foundry-demo-agent';

/** The agent server runs a file of this name instead of the agent that it would install. Paths of the machine only. */
const SCRIPT = `
folder="\${XDG_DATA_HOME:-$HOME/.local/share}/sandbox-agent/bin/agent_processes"
file="$folder/$2-acp"
if [ "$1" = wanted ] && program=$(command -v ${DEMO_AGENT_PROGRAM}); then
  mkdir -p "$folder" && ln -sfn "$program" "$file"
else
  rm -f "$file"
fi`;

/**
 * Makes the agent server of a machine offer the demo agent, if it is wanted and the machine has it; else it does not offer
 * it. Done on the machine by itself, so no link in its home leads out of it.
 */
export async function installDemoAgent(server: AgentServer, isWanted: boolean, abort: AbortSignal): Promise<void> {
  const argv = ['sh', '-c', SCRIPT, 'install', isWanted ? 'wanted' : 'unwanted', serverAgent(DEMO_AGENT.id)];
  await server.run({ argv, cwd: '/', env: {}, timeoutMs: 10_000, maxBytes: 4_096 }, abort);
}
