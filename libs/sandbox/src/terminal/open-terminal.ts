import type { IncomingMessage } from 'node:http';
import { EffectFailed, Rejection } from '@foundry/messaging';
import { z } from 'zod';
import type { TerminalConnection, TerminalOutput } from '../contracts/index.js';
import type { AgentServer } from '../machine/agent-server.js';
import { AgentServerRefused } from '../machine/server-door.js';
import { readEvents } from '../machine/read-events.js';

/** Of what was said before, this much is shown again. */
const REPLAY_BYTES = 256 * 1024;
/** The server adds this line after the end of a process with a terminal. */
const STRAY = /\n?\[process stream error: I\/O error \(os error 5\)\]\n?$/;
const ENDED_LOOK_MS = 500;

const Entry = z.object({ sequence: z.int(), data: z.string() });

/**
 * The terminal of a process on the machine: everything that it said is read from its log, which has numbers, so nothing
 * is shown twice; what people type is sent in order.
 */
export function openTerminal(
  server: AgentServer,
  remoteId: string,
  stillThere: () => Promise<unknown>,
): TerminalConnection {
  return new Terminal(server, remoteId, stillThere);
}

class Terminal implements TerminalConnection {
  readonly output: AsyncIterable<TerminalOutput>;
  private readonly closing = new AbortController();
  private typing: Promise<void> = Promise.resolve();
  private typed: Buffer[] = [];
  private source: IncomingMessage | null = null;
  private isPaused = false;

  constructor(
    private readonly server: AgentServer,
    private readonly remoteId: string,
    private readonly stillThere: () => Promise<unknown>,
  ) {
    this.output = this.read();
  }

  /** What waits while a part is sent goes with the next one. */
  write(bytes: Uint8Array): void {
    this.typed.push(Buffer.from(bytes));
    if (this.typed.length > 1) return;
    this.typing = this.typing
      .then(() => this.send())
      .catch((error: unknown) => {
        if (!isUnreachable(error)) throw error;
      });
  }

  resize(cols: number, rows: number): void {
    this.typing = this.typing
      .then(() => this.server.resize(this.remoteId, cols, rows))
      .catch((error: unknown) => {
        // A process that ended has no size, and its end is told by what is read.
        if (!isUnreachable(error)) throw error;
      });
  }

  pause(): void {
    this.isPaused = true;
    this.source?.pause();
  }

  resume(): void {
    this.isPaused = false;
    this.source?.resume();
  }

  close(): void {
    this.closing.abort();
  }

  private async send(): Promise<void> {
    const bytes = Buffer.concat(this.typed.splice(0));
    for (let from = 0; from < bytes.length; from += REPLAY_BYTES / 4) {
      await this.server.input(this.remoteId, bytes.subarray(from, from + REPLAY_BYTES / 4));
    }
  }

  private async *read(): AsyncGenerator<TerminalOutput> {
    try {
      const before = await this.server.logs(this.remoteId, 'pty', 10_000, this.closing.signal);
      const bytes = before.map(({ data }) => Buffer.from(data, 'base64'));
      const said = Buffer.concat(bytes);
      const replay = withoutStray(said.subarray(Math.max(0, said.length - REPLAY_BYTES)));
      yield { kind: 'ready', replayBytes: replay.length, truncated: said.length > REPLAY_BYTES };
      if (replay.length > 0) yield { kind: 'bytes', bytes: replay };
      yield* this.live(before.at(-1)?.sequence ?? 0);
    } catch (error) {
      if (this.closing.signal.aborted) return;
      if (error instanceof Rejection) yield { kind: 'lost', reason: lostReason(error) };
      else if (isUnreachable(error)) yield { kind: 'lost', reason: await this.whyUnreachable() };
      else throw error;
    }
  }

  /** From the log's stream until the process ends. */
  private async *live(after: number): AsyncGenerator<TerminalOutput> {
    const ended = new AbortController();
    const stop = AbortSignal.any([this.closing.signal, ended.signal]);
    const source = await this.server.follow(this.remoteId, 'pty', stop);
    this.source = source;
    if (this.isPaused) source.pause();
    let last = after;
    // The stream of the log does not end with its process.
    const over: { exitCode: number | null }[] = [];
    const watching = this.untilEnd(stop).then((exitCode) => {
      over.push({ exitCode });
      ended.abort();
    });
    watching.catch(() => {
      ended.abort();
    });
    try {
      for await (const { data } of readEvents(source)) {
        const entry = Entry.safeParse(data);
        if (!entry.success || entry.data.sequence <= last) continue;
        last = entry.data.sequence;
        const bytes = withoutStray(Buffer.from(entry.data.data, 'base64'));
        if (bytes.length > 0) yield { kind: 'bytes', bytes };
      }
    } catch (error) {
      if (!stop.aborted) throw error;
    }
    await watching;
    const [end] = over;
    if (!end) return;
    // What was said between the last line and the end.
    for (const { sequence, data } of await this.server.logs(this.remoteId, 'pty', 10_000, this.closing.signal)) {
      if (sequence <= last) continue;
      const bytes = withoutStray(Buffer.from(data, 'base64'));
      if (bytes.length > 0) yield { kind: 'bytes', bytes };
    }
    yield { kind: 'exit', ...end };
  }

  private async untilEnd(stop: AbortSignal): Promise<number | null> {
    for (;;) {
      const found = (await this.server.processes(stop)).find(({ id }) => id === this.remoteId);
      if (found?.status !== 'running') return found?.exitCode ?? null;
      await this.stillThere();
      await pause(ENDED_LOOK_MS, stop);
    }
  }

  private async whyUnreachable(): Promise<'paused' | 'expired' | 'generation' | 'unreachable'> {
    try {
      await this.stillThere();
      return 'unreachable';
    } catch (error) {
      if (error instanceof Rejection) return lostReason(error);
      throw error;
    }
  }
}

const isUnreachable = (error: unknown): boolean => error instanceof EffectFailed || error instanceof AgentServerRefused;

function lostReason({ code, details }: Rejection): 'paused' | 'expired' | 'generation' | 'unreachable' {
  if (code === 'sandbox.generation_changed') return 'generation';
  const state = details['state'];
  if (state === 'paused' || state === 'pausing' || state === 'resuming') return 'paused';
  return state === 'expired' || state === 'destroyed' || state === 'destroying' ? 'expired' : 'unreachable';
}

function withoutStray(bytes: Buffer): Buffer {
  const tail = bytes.subarray(-80).toString('latin1');
  const stray = STRAY.exec(tail)?.[0] ?? '';
  return stray === '' ? bytes : bytes.subarray(0, bytes.length - stray.length);
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onStop = () => {
      clearTimeout(timer);
      reject(new EffectFailed('terminal.closed', 'The terminal was closed.'));
    };
    const timer = setTimeout(() => {
      stop.removeEventListener('abort', onStop);
      resolve();
    }, ms);
    stop.addEventListener('abort', onStop, { once: true });
  });
}
