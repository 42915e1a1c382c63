import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { REALTIME_PROTOCOL, ServerFrame } from '@foundry/messaging/contracts';
import type { ClientClock } from '@foundry/messaging/realtime-client';
import { WebSocket } from 'ws';
import { z } from 'zod';

const Problem = z.object({ status: z.int(), code: z.string() });
type Problem = z.infer<typeof Problem>;
type Frame<Op extends ServerFrame['op']> = Extract<ServerFrame, { op: Op }>;

export interface OpenOptions {
  headers?: Record<string, string>;
  protocol?: string | null;
  /** Offers compression, as browsers do. Default: yes. */
  compress?: boolean;
}

const isOp = <Op extends ServerFrame['op']>(frame: ServerFrame, op: Op): frame is Frame<Op> => frame.op === op;

/** A client that keeps every frame it got, parsed by the shared schema. */
export class TestSocket {
  readonly frames: ServerFrame[] = [];
  closed: { code: number; reason: string } | null = null;
  readonly #waiting = new Set<() => void>();
  #lastId = 0;

  private constructor(readonly raw: WebSocket) {
    raw.on('message', (data: Buffer) => {
      this.frames.push(ServerFrame.parse(JSON.parse(data.toString('utf8'))));
      this.#wake();
    });
    raw.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString('utf8') };
      this.#wake();
    });
  }

  /** Opens a socket; the problem when it is refused before the upgrade. */
  static async try(url: string, options: OpenOptions): Promise<TestSocket | Problem> {
    const { headers = {}, protocol = REALTIME_PROTOCOL, compress = true } = options;
    const raw = new WebSocket(url, protocol === null ? [] : [protocol], { headers, perMessageDeflate: compress });
    const socket = new TestSocket(raw);
    return new Promise((resolve, reject) => {
      raw.once('open', () => {
        resolve(socket);
      });
      raw.once('unexpected-response', (_request, response) => {
        readProblem(response).then(resolve, reject);
      });
      raw.once('error', reject);
    });
  }

  static async open(url: string, userId = '1', { compress = true }: OpenOptions = {}): Promise<TestSocket> {
    const socket = await TestSocket.try(url, { headers: { Authorization: `Bearer token-${userId}` }, compress });
    if (!(socket instanceof TestSocket)) throw new Error(`Refused: ${JSON.stringify(socket)}`);
    await socket.next('hello');
    return socket;
  }

  /** The first frame of this kind that fits, waiting for it at most `withinMs`. */
  async next<Op extends ServerFrame['op']>(
    op: Op,
    fits: (frame: Frame<Op>) => boolean = () => true,
    withinMs = 5_000,
  ): Promise<Frame<Op>> {
    let found: Frame<Op> | undefined;
    const look = (): boolean => (found = this.all(op).find(fits)) !== undefined;
    await this.until(look, withinMs, () => `${op}; got ${JSON.stringify(this.frames).slice(0, 2_000)}`);
    if (!found) throw new Error('unreachable');
    return found;
  }

  all<Op extends ServerFrame['op']>(op: Op): Frame<Op>[] {
    return this.frames.filter((frame) => isOp(frame, op));
  }

  async closeCode(withinMs = 5_000): Promise<number | undefined> {
    await this.until(
      () => this.closed !== null,
      withinMs,
      () => 'close',
    );
    return this.closed?.code;
  }

  async until(isTrue: () => boolean, withinMs = 5_000, what: () => string = () => 'it'): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (!isTrue()) {
      if (Date.now() > deadline) throw new Error(`Waited ${String(withinMs)} ms for ${what()}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  send(frame: unknown): void {
    this.raw.send(JSON.stringify(frame));
  }

  /** Sends a subscribe and waits for its answer. */
  async subscribe(topic: string, since?: number): Promise<Frame<'snapshot'> | Frame<'resumed'> | Frame<'refused'>> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.send({ op: 'subscribe', id, topic, ...(since === undefined ? {} : { since }) });
    const answer = (): Frame<'snapshot'> | Frame<'resumed'> | Frame<'refused'> | undefined =>
      [...this.all('snapshot'), ...this.all('resumed'), ...this.all('refused')].find((frame) => frame.id === id);
    await this.until(
      () => answer() !== undefined,
      5_000,
      () => `the answer about ${topic}`,
    );
    const found = answer();
    if (!found) throw new Error('unreachable');
    return found;
  }

  /** One ping and its answer: everything that was sent before has been handled. */
  async roundTrip(): Promise<void> {
    this.#lastId += 1;
    const n = this.#lastId;
    this.send({ op: 'ping', n });
    await this.next('pong', (pong) => pong.n === n);
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

async function readProblem(response: IncomingMessage): Promise<Problem> {
  return Problem.parse(await json(response));
}

/** The socket under a `RealtimeClient`. */
export const openRaw = (url: string, userId: string): WebSocket =>
  new WebSocket(url, [REALTIME_PROTOCOL], { headers: { Authorization: `Bearer token-${userId}` } });

/** Real time for a `RealtimeClient`, and its shortest waits. */
export const timers: ClientClock = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  random: () => 0,
};
