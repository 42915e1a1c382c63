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

/** The last line of what a newcomer reads. */
const WHOLE = /Ctrl-C stops it/;

const OPERATOR = fileURLToPath(new URL('../../worker/dist/operator.js', import.meta.url));

/** The built product on embedded parts, with a data folder of its own. */
export interface RunningProduct {
  readonly url: string;
  readonly dataDir: string;
  /** What it printed until it ran: where it runs, and where to sign in or to set up. */
  readonly welcome: string;
  /** What `npm run operator -- <words>` says to it, on both outputs, and its exit code. */
  operate(...words: string[]): Promise<{ code: number | null; said: string }>;
  /** Ends it as Ctrl-C does and removes its data, unless they are kept. Returns its exit code. */
  stop(data?: 'kept'): Promise<number | null>;
}

export interface ProductOptions {
  /** Of an earlier run; a new one when absent. */
  dataDir?: string;
  environment?: Readonly<Record<string, string>>;
}

/** Starts the product and waits until it says where it runs. Throws with what it printed when it ends before. */
export async function startProduct({ dataDir, environment = {} }: ProductOptions = {}): Promise<RunningProduct> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'foundry-browser-')));
  const own = { DATA_DIR: folder, PORT: String(await freePort()), GITHUB_STAND_IN_PORT: '0', NODE_OPTIONS: '' };
  // Each browser names an address of its own, as behind a balancer.
  const proxies = { TRUSTED_PROXIES: 'loopback' };
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...proxies, ...own, ...environment };
  const child = spawn(process.execPath, ['--enable-source-maps', PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const welcome = await welcomeOf(child);
  const url = /Foundry runs at\s+(\S+)/.exec(welcome)?.[1];
  if (url === undefined) throw new Error(`The product does not say where it runs:\n${welcome}`);
  return {
    url,
    dataDir: folder,
    welcome,
    operate: async (...words) => {
      const operator = spawn(process.execPath, [OPERATOR, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const said: Buffer[] = [];
      for (const stream of [operator.stdout, operator.stderr]) stream.on('data', (part: Buffer) => said.push(part));
      await once(operator, 'close');
      return { code: operator.exitCode, said: Buffer.concat(said).toString('utf8').trim() };
    },
    stop: async (data) => {
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      await exit;
      if (data !== 'kept') await rm(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

async function welcomeOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  const printed: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => printed.push(line));
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    if (WHOLE.test(line)) {
      // Nobody reads on; a full pipe would hold the product up.
      child.stdout.resume();
      return printed.join('\n');
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
