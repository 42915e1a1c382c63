import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type CommandMessage, Outcome } from '../../contracts/index.js';
import type { Failpoint } from '../../failpoints/failpoints.js';
import { definitionOf } from '../../sending/definition-of.js';
import type { Arming } from '../failpoints/armed-failpoints.js';
import { Answer, type Order, type ProcessRole } from './control.js';

const MAIN = fileURLToPath(new URL('../../../dist/src/testing/system/process-main.js', import.meta.url));

const Sent = z.object({ commandId: z.string(), replayed: z.boolean() });
const Reply = z.object({ outcome: Outcome, code: z.string().nullable(), result: z.unknown() });
const Requested = z.discriminatedUnion('state', [
  z.object({ state: z.literal('settled'), commandId: z.string(), reply: Reply }),
  z.object({ state: z.literal('pending'), commandId: z.string() }),
]);

export interface Exit {
  code: number | null;
  signal: string | null;
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** One real process of a `TestSystem`, from its start to its end; it is never started twice. */
export class TestProcess {
  readonly exited: Promise<Exit>;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private asks = 0;
  private gone = false;
  private readonly started: Promise<void>;

  constructor(
    readonly role: ProcessRole,
    environment: Record<string, string>,
  ) {
    const env = { ...process.env, ...environment, TEST_ROLE: role, NODE_OPTIONS: '' };
    this.child = fork(MAIN, { execArgv: [], env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let told = '';
    this.child.stderr?.on('data', (text: Buffer) => {
      told += text.toString();
      if (process.env['TEST_LOG']) process.stderr.write(text);
    });
    this.exited = once(this.child, 'exit').then(([code, signal]: unknown[]) => {
      this.gone = true;
      const failure = new Error(`The ${role} process ended (${String(code)} ${String(signal)}). ${told}`);
      for (const { reject } of this.waiting.values()) reject(failure);
      this.waiting.clear();
      return { code: typeof code === 'number' ? code : null, signal: typeof signal === 'string' ? signal : null };
    });
    this.started = new Promise((resolve, reject) => {
      this.child.on('message', (message) => {
        const answer = Answer.parse(message);
        if (answer.kind === 'ready') resolve();
        else this.answered(answer);
      });
      void this.exited.then(() => {
        reject(new Error(`The ${role} process ended before it was ready. ${told}`));
      });
    });
    this.started.catch(() => undefined);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get alive(): boolean {
    return !this.gone;
  }

  async ready(): Promise<this> {
    await this.started;
    return this;
  }

  /** Resolves with the id once the command is durable; fails when the process ends before it could say so. */
  async send(command: CommandMessage, idempotency?: { key: string; hash: string }): Promise<string> {
    const order = { act: 'send' as const, ...named(command), ...(idempotency ? { idempotency } : {}) };
    return Sent.parse(await this.ask(order)).commandId;
  }

  async request(command: CommandMessage, timeoutMs?: number): Promise<z.infer<typeof Requested>> {
    const limit = timeoutMs === undefined ? {} : { timeoutMs };
    return Requested.parse(await this.ask({ act: 'request', ...named(command), ...limit }));
  }

  async arm(arming: Arming): Promise<void> {
    await this.ask({ act: 'arm', arming });
  }

  async release(): Promise<void> {
    await this.ask({ act: 'release' });
  }

  async passed(point: Failpoint): Promise<number> {
    return z.number().parse(await this.ask({ act: 'passed', point }));
  }

  /** Sum of a metric over its labels. */
  async metric(name: string): Promise<number> {
    return z.number().parse(await this.ask({ act: 'metric', name }));
  }

  async kill9(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  /** SIGTERM, and waits for the end. */
  stop(): Promise<Exit> {
    this.child.kill('SIGTERM');
    return this.exited;
  }

  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  private ask(order: Order): Promise<unknown> {
    if (this.gone) return Promise.reject(new Error(`The ${this.role} process has ended.`));
    this.asks += 1;
    const ask = this.asks;
    return new Promise((resolve, reject) => {
      this.waiting.set(ask, { resolve, reject });
      this.child.send({ ask, order });
    });
  }

  private answered(answer: Exclude<Answer, { kind: 'ready' }>): void {
    const waiting = this.waiting.get(answer.ask);
    this.waiting.delete(answer.ask);
    if (answer.kind === 'answer') waiting?.resolve(answer.value);
    else waiting?.reject(new Error(answer.error));
  }
}

function named(command: CommandMessage): { name: string; payload: Record<string, unknown> } {
  return { name: definitionOf(command).name, payload: command.payload };
}
