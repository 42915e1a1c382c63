import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { environment } from './environment.js';
import { PostgresUnavailable } from './unavailable.js';

export interface ServerOptions {
  readonly binaries: Binaries;
  readonly folder: string;
  readonly account: Account;
  readonly log: (line: string) => void;
}

export interface Server {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const tries = 5;
const ready = 'database system is ready to accept connections';
/** Both pass by themselves: a port taken in between, and the processes of a killed server that are still ending. */
const passing = /could not create any TCP\/IP sockets|pre-existing shared memory block/;

/** Starts the server on a free loopback port and returns when it accepts connections. */
export async function startServer(options: ServerOptions): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const { child, lines, isReady } = await launch(options, port);
    if (isReady) return { port, stop: stopperOf(child, options.log) };
    if (attempt === tries || !lines.some((line) => passing.test(line))) throw failure(options.folder, lines);
  }
}

function failure(folder: string, lines: readonly string[]): PostgresUnavailable {
  if (lines.some((line) => line.includes('lock file "postmaster.pid" already exists'))) {
    return new PostgresUnavailable(`Another run of Foundry uses ${folder}; it started at the same moment.`);
  }
  return new PostgresUnavailable(`Postgres did not start in ${folder}. It said: ${lines.slice(-5).join(' · ')}`);
}

interface Launch {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly isReady: boolean;
}

/** Resolves when the server is ready or has ended; `lines` is what it printed until then. */
function launch({ binaries, folder, account, log }: ServerOptions, port: number): Promise<Launch> {
  const settings = [
    `port=${String(port)}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'logging_collector=off',
  ];
  const child = spawn(binaries.postgres, ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])], {
    ...account,
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    // A terminal's Ctrl-C goes to the whole process group, and the database must outlive the work in hand.
    detached: process.platform !== 'win32',
  });
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    const reader = createInterface({ input: child.stderr });
    const keep = (line: string): void => {
      lines.push(line);
      if (line.includes(ready)) {
        reader.off('line', keep);
        resolve({ child, lines, isReady: true });
      }
    };
    reader.on('line', keep);
    reader.on('line', (line) => log(`postgres: ${line}`));
    child.once('error', reject);
    child.once('close', () => resolve({ child, lines, isReady: false }));
  });
}

/** A fast shutdown: running work is rolled back, all is written out. What ends unasked is told once. */
function stopperOf(child: ChildProcess, log: (line: string) => void): () => Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stopWithUs = (): void => void child.kill('SIGINT');
  const tell = (): void => log('Postgres has ended by itself; restart Foundry, its data is kept');
  child.once('exit', tell);
  process.once('exit', stopWithUs);
  return async () => {
    child.off('exit', tell);
    process.off('exit', stopWithUs);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    await ended;
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('A TCP server has no port'));
        else resolve(address.port);
      });
    });
  });
}
