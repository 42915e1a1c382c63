import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EffectFailed, Rejection } from '@foundry/messaging';
import type { Isolation } from '../../contracts/index.js';
import { baseEnvironment } from '../../machine/environment.js';
import type {
  Endpoint,
  Found,
  Made,
  MachineCondition,
  MachineProvider,
  MachineSpec,
  ServerStart,
} from '../provider.js';
import { serverAnswers, untilServerAnswers } from '../server-answers.js';
import { lastWords } from '../../repository/machine-git.js';
import { agentBinary } from './agent-binary.js';
import { canIsolate, HOME_INSIDE, isolated } from './bubblewrap.js';
import { MachineFolders, type Server } from './machine-folder.js';
import { machineTools } from './machine-tools.js';
import { type HostProcess, hostProcesses, marked, signalHost, treeOf } from './process-table.js';

export interface LocalOptions {
  folder: string;
  mayBeUnisolated: boolean;
  agentBinary: string | null;
  /** A `node_modules` folder with agents, whose programs machines find on their path. */
  agentsFolder: string | null;
  /** Machines have the demo agent. */
  demoAgent: boolean;
}

/** Without bubblewrap a machine is a plain tree of processes, which an operator has to want. */
class NotIsolated extends Rejection {
  constructor() {
    super(
      'sandbox.not_isolated',
      'conflict',
      'This host cannot isolate local sandboxes: install bubblewrap, or let them run unisolated with SANDBOX_LOCAL_UNISOLATED=1.',
    );
  }
}

const MARK = 'FOUNDRY_MACHINE';
const STOP_MS = 3_000;

/**
 * Machines on this host: a home folder and a tree of processes that serves it, in namespaces of its own where bubblewrap
 * works. The tree is detached: it outlives the worker, and the next worker finds it by the file that names its process.
 */
export class LocalProvider implements MachineProvider {
  readonly name = 'local';
  readonly lifeMs = null;
  private readonly folders: MachineFolders;

  constructor(private readonly options: LocalOptions) {
    this.folders = new MachineFolders(options.folder);
  }

  async create({ labels }: MachineSpec): Promise<Made> {
    const isolation = await this.isolation();
    const ref = await this.folders.make(labels);
    return { ref, ...this.made(ref, isolation) };
  }

  async find(wanted: { instance: string; sandbox?: string; generation?: number }): Promise<Found[]> {
    const all = await this.folders.all();
    return all.filter(
      ({ labels }) =>
        labels.instance === wanted.instance &&
        (wanted.sandbox === undefined || labels.sandbox === wanted.sandbox) &&
        (wanted.generation === undefined || labels.generation === wanted.generation),
    );
  }

  async describe(ref: string): Promise<Made> {
    return { ref, ...this.made(ref, await this.isolation()) };
  }

  async inspect(ref: string): Promise<MachineCondition> {
    if (!(await this.folders.labels(ref))) return { state: 'gone' };
    const served = await this.served(ref);
    if (!served) return { state: 'stopped', expiresAt: null };
    return { state: served.process.stopped ? 'paused' : 'running', expiresAt: null };
  }

  extend(): Promise<null> {
    return Promise.resolve(null);
  }

  /** Everything of the machine holds still. Children first would let a parent start others. */
  async pause(ref: string): Promise<void> {
    const served = await this.served(ref);
    if (!served) return;
    for (const { pid } of await this.tree(served)) signalHost(pid, 'SIGSTOP');
    // The signal was sent; a process stops when it is its turn to run.
    const until = Date.now() + STOP_MS;
    while ((await this.served(ref))?.process.stopped === false && Date.now() < until) await wait(5);
  }

  async resume(ref: string): Promise<{ ref: string; expiresAt: null }> {
    const served = await this.served(ref);
    if (served) for (const { pid } of (await this.tree(served)).reverse()) signalHost(pid, 'SIGCONT');
    return { ref, expiresAt: null };
  }

  async ensureServer(ref: string, start: ServerStart, abort: AbortSignal): Promise<Endpoint> {
    const served = await this.served(ref);
    if (served && start.restart !== true) {
      const endpoint = endpointOf(served.server);
      if (await serverAnswers(endpoint, start.token, abort)) return endpoint;
    }
    if (served) await this.end(served);
    return this.serve(ref, start, abort);
  }

  async destroy(ref: string): Promise<void> {
    const served = await this.served(ref);
    if (served) await this.end(served);
    await this.folders.remove(ref);
  }

  /** Homes stay, so the next start goes on where this one ended. */
  async close(): Promise<void> {
    for (const { ref } of await this.folders.all()) {
      const served = await this.served(ref);
      if (served) await this.end(served);
    }
  }

  private async serve(ref: string, start: ServerStart, abort: AbortSignal): Promise<Endpoint> {
    const isolation = await this.isolation();
    const program = await agentBinary(this.options.agentBinary, this.folders.root);
    const port = await freePort();
    const mark = `${MARK}=${ref}`;
    const { home } = this.made(ref, isolation);
    const isIsolated = isolation === 'isolated';
    const tools = await machineTools(this.options, join(this.folders.root, 'launchers'), isIsolated);
    const base = baseEnvironment(home);
    // Agents of this host lie where its own path leads.
    const own = isIsolated ? base.PATH : (process.env['PATH'] ?? base.PATH);
    const environment = { ...base, PATH: tools.path(own), ...start.environment, [MARK]: ref };
    const args = ['--token', start.token, 'server', '--host', '127.0.0.1', '--port', String(port), '--no-telemetry'];
    const { command, args: all } = isIsolated
      ? isolated(this.folders.home(ref), program, tools.mounts, args)
      : { command: program, args };
    const log = await open(this.folders.log(ref), 'a', 0o600);
    try {
      const child = spawn(command, all, {
        cwd: this.folders.home(ref),
        env: environment,
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      });
      const pid = await started(child);
      child.unref();
      const known = (await hostProcesses()).find((process) => process.pid === pid);
      if (!known) throw await this.endedAtOnce(ref);
      await this.folders.setServer(ref, { pid, startedAt: known.startedAt, port, mark });
    } finally {
      await log.close();
    }
    const endpoint = { url: `http://127.0.0.1:${String(port)}`, headers: {} };
    await untilServerAnswers(endpoint, start.token, abort, async () => (await this.served(ref)) !== null);
    return endpoint;
  }

  private async endedAtOnce(ref: string): Promise<EffectFailed> {
    const words = lastWords(await readFile(this.folders.log(ref), 'utf8'));
    return new EffectFailed('sandbox.agent_server_ended', `The agent server ended as soon as it began: ${words}`);
  }

  /** The process that serves the machine, unless its number belongs to another one by now. */
  private async served(ref: string): Promise<{ server: Server; process: HostProcess } | null> {
    const server = await this.folders.server(ref);
    if (!server) return null;
    const process = (await hostProcesses()).find(({ pid }) => pid === server.pid);
    return process?.startedAt === server.startedAt ? { server, process } : null;
  }

  private async tree({ server }: { server: Server }): Promise<HostProcess[]> {
    const all = await hostProcesses();
    const tree = treeOf(all, server.pid);
    const known = new Set(tree.map(({ pid }) => pid));
    return [...tree, ...(await marked(all, server.mark)).filter(({ pid }) => !known.has(pid))];
  }

  /** Asks first, then does not. A stopped process takes the end only when it goes on. */
  private async end(served: { server: Server }): Promise<void> {
    const tree = await this.tree(served);
    for (const { pid } of tree) signalHost(pid, 'SIGTERM');
    for (const { pid } of tree) signalHost(pid, 'SIGCONT');
    const until = Date.now() + STOP_MS;
    for (let rest = tree; rest.length > 0; rest = await this.left(rest, served)) {
      if (Date.now() > until) for (const { pid } of rest) signalHost(pid, 'SIGKILL');
      await wait(20);
    }
  }

  private async left(before: readonly HostProcess[], served: { server: Server }): Promise<HostProcess[]> {
    const all = await hostProcesses();
    const same = before.filter(({ pid, startedAt }) =>
      all.some((process) => process.pid === pid && process.startedAt === startedAt),
    );
    const others = await this.tree(served);
    return [...same, ...others.filter(({ pid }) => !same.some((process) => process.pid === pid))];
  }

  private made(ref: string, isolation: Isolation): Omit<Made, 'ref'> {
    const home = isolation === 'isolated' ? HOME_INSIDE : this.folders.home(ref);
    return { home, isolation, expiresAt: null };
  }

  private async isolation(): Promise<Isolation> {
    if (await canIsolate()) return 'isolated';
    if (!this.options.mayBeUnisolated) throw new NotIsolated();
    return 'not isolated';
  }
}

const endpointOf = ({ port }: Server): Endpoint => ({ url: `http://127.0.0.1:${String(port)}`, headers: {} });

function started(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(new EffectFailed('sandbox.agent_server_ended', error.message, null, { cause: error }));
    });
    child.once('spawn', () => {
      if (child.pid === undefined) reject(new EffectFailed('sandbox.agent_server_ended', 'It has no process.'));
      else resolve(child.pid);
    });
  });
}

/** A port that nobody listens on now; when somebody takes it first, the server does not answer and is tried again. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('There is no free port.'));
        else resolve(address.port);
      });
    });
  });
}
