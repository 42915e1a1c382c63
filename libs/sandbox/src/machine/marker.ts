import type { AgentServer } from './agent-server.js';

const PATH = '.foundry/marker';

interface Of {
  sandboxId: string;
  generation: number;
}

const textOf = ({ sandboxId, generation }: Of): string => `${sandboxId} ${String(generation)}\n`;

/** Says on the machine itself which one it is: a home that came back empty, or another one, is a loss. */
export async function writeMarker(server: AgentServer, home: string, of: Of, abort: AbortSignal): Promise<void> {
  await server.writeFile(`${home}/${PATH}`, Buffer.from(textOf(of)), abort);
}

export async function hasMarker(server: AgentServer, home: string, of: Of, abort: AbortSignal): Promise<boolean> {
  const found = await server.readFile(`${home}/${PATH}`, 1_024, abort);
  return found?.toString() === textOf(of);
}
