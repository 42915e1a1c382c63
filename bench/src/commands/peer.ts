import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A process of its own that says when it is ready. */
export interface Peer {
  memory(): Promise<number>;
  end(): Promise<void>;
}

export async function spawnPeer(file: string, environment: Record<string, string>): Promise<Peer> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...environment },
    // Profiles of both sides, when somebody asks: BENCH_PROFILE=<folder>.
    execArgv: process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : [],
  });
  const [message] = await once(child, 'message');
  if (message !== 'ready') throw new Error(`${file} did not start`);
  return {
    memory: async () => {
      child.send('memory');
      const [answer] = await once(child, 'message');
      return Math.round(z.object({ rss: z.number() }).parse(answer).rss / 1024 / 1024);
    },
    end: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
