import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A process of its own that says when it is ready. */
export interface Peer {
  readonly pid: number;
  memory(): Promise<number>;
  end(): Promise<void>;
}

export async function spawnPeer(file: string, environment: Record<string, string>): Promise<Peer> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...environment },
    // Profiles of both sides, when somebody asks: BENCH_PROFILE=<folder>.
    execArgv: process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : [],
  });
  if ((await next(child)) !== 'ready') throw new Error(`${file} did not start`);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} has no process`);
  return {
    pid,
    memory: async () => {
      child.send('memory');
      return Math.round(z.object({ rss: z.number() }).parse(await next(child)).rss / 1024 / 1024);
    },
    end: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function next(child: ChildProcess): Promise<unknown> {
  const message: unknown[] = await once(child, 'message');
  return message[0];
}
