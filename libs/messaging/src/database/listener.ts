import pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../logging/log.js';

/**
 * One connection that hears notifications and comes back by itself. A notification is a hint: whoever listens also
 * looks on its own, and is called once after every return, since hints were missed meanwhile.
 */
export class Listener {
  private client: pg.Client | null = null;
  private closed = false;
  private readonly heard = new Map<string, ((payload: string) => void)[]>();
  private readonly firsts: { text: string; values: unknown[] }[] = [];

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Log,
  ) {}

  on(channel: string, listener: (payload: string) => void): void {
    this.heard.set(channel, [...(this.heard.get(channel) ?? []), listener]);
  }

  /** Runs a statement at the start of every session: for a lock that lives and dies with it. */
  atStart(text: string, values: unknown[]): void {
    this.firsts.push({ text, values });
  }

  /** Throws when Postgres cannot be reached now; later losses are mended in the background. */
  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'foundry listener',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => {
      this.lost(client);
    });
    client.on('end', () => {
      this.lost(client);
    });
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.heard.get(channel) ?? []) listener(payload ?? '');
    });
    await client.connect();
    this.client = client;
    for (const { text, values } of this.firsts) await client.query(text, values);
    for (const channel of this.heard.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = this.client;
    this.client = null;
    await client?.end();
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    if (!this.closed) void this.reopen();
  }

  private async reopen(): Promise<void> {
    while (!this.closed && !this.client) {
      await wait(500);
      try {
        await this.open();
      } catch (error) {
        this.log.debug(
          { reason: error instanceof Error ? error.message : String(error) },
          'listener cannot connect yet',
        );
        continue;
      }
      for (const listeners of this.heard.values()) for (const listener of listeners) listener('');
    }
  }
}
