import { REALTIME_CLOSE } from '@foundry/messaging/contracts';
import {
  type OpenTerminal,
  TERMINAL_CLOSE,
  type TerminalFrame,
  type TerminalOutput,
  TerminalRequest,
} from '@foundry/sandbox/contracts';
import { type RawData, WebSocket } from 'ws';
import { type AuthenticatesSocket, credentialKey, type SocketCaller } from '../opening/authenticates-socket.js';
import type { RealtimeLog } from '../realtime-log.js';

const MIB = 1024 * 1024;
/** Above this the machine is not read from; below the other it is again. */
const SLOW_BYTES = MIB;
const CAUGHT_UP_BYTES = MIB / 8;
const SLOW_MS = 60_000;
const LOOK_MS = 100;
const RIGHTS_MS = 4_000;
const KEEP_MS = 60_000;
/** A terminal that nobody uses does not keep its machine. */
const QUIET_MS = 30 * 60_000;
const PING_MS = 20_000;
const SIZES = { cols: [2, 500], rows: [2, 300] } as const;

const within = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

/** One browser at one terminal: bytes both ways, never faster than the browser reads. */
export class TerminalSocket {
  private mayType: boolean;
  private usedAt = Date.now();
  private isAlive = true;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly socket: WebSocket,
    private readonly terminal: OpenTerminal,
    private readonly caller: SocketCaller,
    private readonly authentication: AuthenticatesSocket,
    private readonly log: RealtimeLog,
  ) {
    this.mayType = terminal.mayType;
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** Until either side ends. */
  async run(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.socket.once('close', () => {
        resolve();
      });
    });
    this.socket.on('error', () => {
      this.socket.terminate();
    });
    this.socket.on('pong', () => {
      this.isAlive = true;
    });
    this.socket.on('message', (data, isBinary) => {
      this.heard(bytesOf(data), isBinary);
    });
    this.every(RIGHTS_MS, () => this.checkRights());
    this.every(KEEP_MS, () => this.keep());
    this.every(PING_MS, () => {
      this.ping();
      return Promise.resolve();
    });
    void this.attempt(() => this.keep());
    const sending = this.attempt(() => this.sendAll());
    await closed;
    for (const timer of this.timers) clearInterval(timer);
    await this.attempt(() => this.terminal.leave());
    await sending;
  }

  private async sendAll(): Promise<void> {
    for await (const output of this.terminal.connection.output) {
      if (this.socket.readyState !== WebSocket.OPEN) return;
      this.send(output);
      if (this.socket.bufferedAmount > SLOW_BYTES && !(await this.caughtUp())) {
        this.close(TERMINAL_CLOSE.tooSlow, 'Too slow; open it again.');
        return;
      }
      if (output.kind === 'exit' || output.kind === 'lost') {
        this.close(1000, 'The terminal ended.');
        return;
      }
    }
  }

  private send(output: TerminalOutput): void {
    switch (output.kind) {
      case 'bytes':
        this.usedAt = Date.now();
        this.socket.send(output.bytes, { binary: true });
        return;
      case 'ready': {
        const { replayBytes, truncated } = output;
        this.tell({ op: 'ready', cols: 80, rows: 24, replayBytes, truncated });
        return;
      }
      case 'exit':
        this.tell({ op: 'exit', exitCode: output.exitCode, signal: null });
        return;
      case 'lost':
        this.tell({ op: 'lost', reason: output.reason });
    }
  }

  private tell(frame: TerminalFrame): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** Nothing is read from the machine meanwhile, so nothing piles up here. */
  private async caughtUp(): Promise<boolean> {
    this.terminal.connection.pause();
    const until = Date.now() + SLOW_MS;
    while (this.socket.bufferedAmount > CAUGHT_UP_BYTES && this.socket.readyState === WebSocket.OPEN) {
      if (Date.now() > until) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    this.terminal.connection.resume();
    return true;
  }

  private heard(bytes: Buffer, isBinary: boolean): void {
    if (isBinary) {
      if (!this.mayType) this.close(TERMINAL_CLOSE.readOnly, 'You may look, not type.');
      else {
        this.usedAt = Date.now();
        this.terminal.connection.write(bytes);
      }
      return;
    }
    const request = readRequest(bytes);
    if (!request) this.close(REALTIME_CLOSE.notUnderstood, 'This frame is not understood.');
    else if (request.op === 'ping') this.tell({ op: 'pong' });
    else if (this.mayType && within(request.cols, SIZES.cols) && within(request.rows, SIZES.rows)) {
      this.terminal.connection.resize(request.cols, request.rows);
    }
  }

  private async checkRights(): Promise<void> {
    const ended = await this.authentication.ended([this.caller.credential]);
    if (ended.some((credential) => credentialKey(credential) === credentialKey(this.caller.credential))) {
      this.close(REALTIME_CLOSE.signedOut, 'Signed out.');
      return;
    }
    const rights = await this.terminal.rights();
    if (rights) this.mayType = rights.mayType;
    else this.close(TERMINAL_CLOSE.gone, 'You may not see this any more.');
  }

  private async keep(): Promise<void> {
    if (Date.now() - this.usedAt < QUIET_MS) await this.terminal.keep();
  }

  /** Two pings without an answer: nobody is there. */
  private ping(): void {
    if (!this.isAlive) {
      this.socket.terminate();
      return;
    }
    this.isAlive = false;
    this.socket.ping();
  }

  private every(ms: number, work: () => Promise<void>): void {
    this.timers.push(setInterval(() => void this.attempt(work), ms));
  }

  /** What fails here ends this socket and nothing else. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn({ error }, 'terminal');
      this.close(REALTIME_CLOSE.ourFault, 'The terminal failed; open it again.');
    }
  }
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}

function readRequest(bytes: Buffer): TerminalRequest | null {
  try {
    return TerminalRequest.safeParse(JSON.parse(bytes.toString())).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
