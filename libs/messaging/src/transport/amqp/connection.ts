import { connect, type ChannelModel } from 'amqplib';
import { setTimeout as wait } from 'node:timers/promises';
import { coalesceWritesOf } from '../../sockets/coalesce-writes.js';
import type { BootError } from '../../boot/boot-error.js';
import type { Log } from '../../logging/log.js';
import { type AwayNotice, refusalOf } from './broker-away.js';

/** Waits between tries to reach the broker, in milliseconds; the last one repeats. */
const PAUSES = [100, 200, 500, 1_000, 2_000];

/**
 * One connection that comes back by itself. Whoever needs a channel says how to set it up; it is set up again
 * after each return of the broker. Every connection and channel has an error listener: without one, a lost
 * connection ends the process.
 */
export class BrokerConnection {
  private current: ChannelModel | null = null;
  /** A broker that was never there is away since ever. */
  private away: Date | null = new Date(0);
  private wasReady = false;
  private closing = false;
  private readonly setups: ((connection: ChannelModel) => Promise<void>)[] = [];
  private looping: Promise<void> = Promise.resolve();
  private readonly url: string;

  /** `refused` hears of a first contact that comes after the start and cannot be mended by trying again. */
  constructor(
    url: string,
    private readonly log: Log,
    private readonly notice: AwayNotice,
    private readonly refused: ((refusal: BootError) => void) | undefined,
  ) {
    const address = new URL(url);
    if (!address.searchParams.has('heartbeat')) address.searchParams.set('heartbeat', '10');
    this.url = address.href;
  }

  awaySince(): Date | null {
    return this.away;
  }

  /** Runs `setup` on the present connection and on each later one. A throw means: this connection is no good. */
  async onConnected(setup: (connection: ChannelModel) => Promise<void>): Promise<void> {
    this.setups.push(setup);
    if (this.current) await setup(this.current);
  }

  /** Sets up one more thing on the present connection; without one, the next connection finds it in its set-ups. */
  async attachNow(part: { attach(connection: ChannelModel): Promise<void> }): Promise<void> {
    const connection = this.current;
    if (!connection) return;
    try {
      await part.attach(connection);
    } catch (error) {
      // The connection is going, or no good: the next one sets up everything.
      this.notice.tell(error);
      this.discard(connection);
    }
  }

  /** Tries once, then in the background. Throws `BootError` when the broker answers, and refuses. */
  async open(): Promise<void> {
    try {
      await this.attempt();
    } catch (error) {
      const refusal = refusalOf(error, this.url);
      if (refusal) throw refusal;
      this.notice.tell(error);
      this.looping = this.reconnect();
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    const connection = this.current;
    this.current = null;
    if (connection) await connection.close();
    await this.looping;
  }

  private async attempt(): Promise<void> {
    const connection = await connect(this.url, { noDelay: true, timeout: 5_000 });
    coalesceWritesOf(connection.connection);
    connection.on('error', (error: Error) => {
      this.log.warn({ reason: error.message }, 'broker connection failed');
    });
    connection.on('close', () => {
      this.lost(connection);
    });
    try {
      for (const setup of this.setups) await setup(connection);
    } catch (error) {
      // A connection whose set-up failed is closed, not kept half ready.
      this.discard(connection);
      throw error;
    }
    this.current = connection;
    this.wasReady = true;
    this.away = null;
  }

  /** Only of a connection that was ready: one that goes while it is set up fails its attempt, and the loop goes on. */
  private lost(connection: ChannelModel): void {
    if (this.current !== connection) return;
    this.current = null;
    this.away = new Date();
    if (!this.closing) this.looping = this.reconnect();
  }

  private async reconnect(): Promise<void> {
    for (let tries = 0; !this.closing && !this.current; tries += 1) {
      await wait(PAUSES[Math.min(tries, PAUSES.length - 1)]);
      try {
        await this.attempt();
      } catch (error) {
        const refusal = this.wasReady || !this.refused ? null : refusalOf(error, this.url);
        if (refusal) {
          this.refused?.(refusal);
          return;
        }
        this.notice.tell(error);
      }
    }
  }

  private discard(connection: ChannelModel): void {
    connection.close().catch((error: unknown) => {
      this.notice.tell(error);
    });
  }
}
