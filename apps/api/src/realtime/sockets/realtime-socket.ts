import { randomUUID } from 'node:crypto';
import { type ClientFrame, REALTIME_CLOSE, type ServerFrame } from '@foundry/messaging/contracts';
import type { RawData, WebSocket } from 'ws';
import { COMPRESS_ABOVE_BYTES, type RealtimeSettings } from '../limits.js';
import type { SocketCaller } from '../opening/authenticates-socket.js';
import type { RealtimeLog } from '../realtime-log.js';
import type { Outlet } from '../topics/outlet.js';
import { InboundRate } from './inbound-rate.js';
import { bytesOf, FrameNotUnderstood, readFrame } from './read-frame.js';
import { SocketBuffer } from './socket-buffer.js';

export interface SocketEvents {
  onFrame: (frame: ClientFrame) => void;
  onClose: (code: number) => void;
}

const MAX_UNANSWERED_PINGS = 2;

/** One connection: what comes in is limited and parsed, what goes out is counted and never piles up without end. */
export class RealtimeSocket implements Outlet {
  readonly connectionId = randomUUID();
  readonly #openedAt = Date.now();
  readonly #buffer: SocketBuffer;
  readonly #rate: InboundRate;
  readonly #counts = { framesIn: 0, bytesIn: 0, framesOut: 0, bytesOut: 0 };
  #pingedAt = Date.now();
  #unanswered = 0;
  #closeCode: number | null = null;

  constructor(
    private readonly socket: WebSocket,
    readonly caller: SocketCaller,
    private readonly settings: RealtimeSettings,
    private readonly log: RealtimeLog,
  ) {
    this.#buffer = new SocketBuffer(() => socket.bufferedAmount, settings);
    this.#rate = new InboundRate(settings.framesPerSecond, settings.burst, Date.now());
  }

  get userId(): string {
    return this.caller.subscriber.actor.userId;
  }

  get isSlow(): boolean {
    return this.#buffer.isSlow;
  }

  get isOpen(): boolean {
    return this.#closeCode === null && this.socket.readyState === this.socket.OPEN;
  }

  get ageMs(): number {
    return Date.now() - this.#openedAt;
  }

  /** Starts to read. `onClose` comes once, whoever closed. */
  listen({ onFrame, onClose }: SocketEvents): void {
    this.socket.on('message', (data, isBinary) => {
      const frame = this.#read(data, isBinary);
      if (frame) onFrame(frame);
    });
    this.socket.on('ping', () => this.#isWithinRate());
    this.socket.on('pong', () => {
      this.#unanswered = 0;
    });
    // without a listener a broken connection ends the process; `close` follows and says what is to say
    this.socket.on('error', (error) => {
      this.log.info({ connectionId: this.connectionId, error: error.message }, 'socket broken');
    });
    this.socket.once('close', (code) => {
      this.#buffer.close();
      onClose(this.#closeCode ?? code);
    });
  }

  tell(frame: ServerFrame): void {
    this.send(JSON.stringify(frame));
  }

  send(frame: Buffer | string): void {
    if (!this.isOpen) return;
    const bytes = Buffer.byteLength(frame);
    this.#counts.framesOut += 1;
    this.#counts.bytesOut += bytes;
    this.socket.send(frame, { binary: false, compress: bytes > COMPRESS_ABOVE_BYTES });
    if (!this.#buffer.grew(Date.now())) this.close(REALTIME_CLOSE.tooSlow, 'The reader is too slow.');
  }

  whenRoom(send: () => void): Promise<boolean> {
    return this.#buffer.whenRoom(send);
  }

  fail(error: unknown): void {
    this.log.error({ connectionId: this.connectionId, error }, 'socket closed by a bug');
    this.close(REALTIME_CLOSE.ourFault, this.connectionId);
  }

  close(code: number, reason: string): void {
    if (this.#closeCode !== null) return;
    this.#closeCode = code;
    this.#buffer.close();
    this.socket.close(code, reason);
    // one who does not read does not answer a close either
    const cut = setTimeout(() => {
      this.socket.terminate();
    }, this.settings.closeWaitMs);
    this.socket.once('close', () => {
      clearTimeout(cut);
    });
  }

  /** Keeps the heart beating; cuts a connection that was silent for two pings. */
  beat(now: number): void {
    if (now - this.#pingedAt < this.settings.heartbeatMs || !this.isOpen) return;
    if (this.#unanswered >= MAX_UNANSWERED_PINGS) {
      this.socket.terminate();
      return;
    }
    this.#pingedAt = now;
    this.#unanswered += 1;
    this.socket.ping();
  }

  /** True when the socket was slow and can be served again. */
  hasRecovered(now: number): boolean {
    const state = this.#buffer.look(now);
    if (state === 'too_slow') this.close(REALTIME_CLOSE.tooSlow, 'The reader was too slow for too long.');
    return state === 'recovered';
  }

  /** For the one log line of this socket. */
  summary(): Record<string, unknown> {
    const { connectionId, userId } = this;
    return { connectionId, userId, seconds: Math.round(this.ageMs / 1000), ...this.#counts };
  }

  #isWithinRate(): boolean {
    if (!this.isOpen) return false;
    if (this.#rate.take(Date.now())) return true;
    this.close(REALTIME_CLOSE.tooManyFrames, 'Too many frames.');
    return false;
  }

  #read(data: RawData, isBinary: boolean): ClientFrame | null {
    if (!this.#isWithinRate()) return null;
    this.#counts.framesIn += 1;
    this.#counts.bytesIn += bytesOf(data);
    try {
      return readFrame(data, isBinary);
    } catch (error) {
      if (!(error instanceof FrameNotUnderstood)) throw error;
      this.close(REALTIME_CLOSE.notUnderstood, error.message);
      return null;
    }
  }
}
