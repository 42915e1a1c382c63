import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../standalone/dist/main.js', import.meta.url));

/** The built product on embedded parts, with a data folder of its own. */
export interface RunningProduct {
  readonly url: string;
  /** Ends it as Ctrl-C does and removes its data. Returns its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the product and waits until it says where it runs. Throws with what it printed when it ends before. */
export async function startProduct(): Promise<RunningProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foundry-browser-'));
  const port = String(await freePort());
  const child = spawn(process.execPath, ['--enable-source-maps', PROGRAM], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, PORT: port, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return {
    url,
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      await exit;
      await rm(dataDir, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

async function addressOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  const printed: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => printed.push(line));
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    const url = /Foundry runs at\s+(\S+)/.exec(line)?.[1];
    if (url !== undefined) {
      // Nobody reads on; a full pipe would hold the product up.
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`The product ended before it ran:\n${printed.join('\n')}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || address === null) throw new Error('A listening server has an address.');
  return address.port;
}
