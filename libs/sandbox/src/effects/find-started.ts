import { z } from 'zod';
import type { SqlRunner } from '@foundry/messaging';
import type { OpenMachine } from '../access/machine-access.js';
import type { RemoteProcess } from '../machine/server-answers.js';

/** Its place in the environment of a process says which of ours it is. */
export const PROCESS_MARK = 'SANDBOX_PROCESS';

/** Prints the ids of processes that carry the mark; what may not be read is nobody's of ours. */
const SCRIPT = `for folder in /proc/[0-9]*; do
  tr '\\0' '\\n' < "$folder/environ" 2>/dev/null | grep -qxF "${PROCESS_MARK}=$1" && echo "\${folder#/proc/}"
done
exit 0`;
const Claimed = z.array(z.object({ remoteId: z.string() }));

export interface Wanted {
  processId: string;
  argv: readonly string[];
}

/**
 * A process that an attempt before may have started without hearing of it: the one that carries our mark, else one that
 * ended already, was started with the same arguments, and is nobody's. Null: it was not started.
 */
export async function findStarted(
  { server, home, sandboxId, generation }: OpenMachine,
  sql: SqlRunner,
  { processId, argv }: Wanted,
  abort: AbortSignal,
): Promise<RemoteProcess | null> {
  const run = {
    argv: ['sh', '-c', SCRIPT, 'find', processId],
    cwd: home,
    env: {},
    timeoutMs: 10_000,
    maxBytes: 65_536,
  };
  const pids = new Set((await server.run(run, abort)).stdout.split('\n').filter(Boolean).map(Number));
  const remote = await server.processes(abort);
  const running = remote.find(({ pid }) => typeof pid === 'number' && pids.has(pid));
  if (running) return running;
  const rows = await sql`select remote_id as "remoteId" from sandbox.processes
    where sandbox_id = ${sandboxId} and generation = ${generation} and remote_id is not null`;
  const claimed = new Set(Claimed.parse(rows).map(({ remoteId }) => remoteId));
  const isSame = ({ command, args }: RemoteProcess) => JSON.stringify([command, ...args]) === JSON.stringify(argv);
  return remote.find((one) => one.status !== 'running' && !claimed.has(one.id) && isSame(one)) ?? null;
}
