import pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../logging/log.js';

/** Any number that nothing else of the product locks. */
const LOCK = 470_011;
/** Postgres ends the session of a leader that is silent for longer: it hangs or is paused, and another must lead. */
const SILENCE_MS = 5_000;
const BEAT_MS = 1_000;

/**
 * One worker of many leads: it relays and looks at schedules. The lock is bound to a database session, so a leader
 * that dies or is cut off loses it without anybody's help. For a moment two may believe they lead: whatever a leader
 * does is harmless when done twice.
 */
export class Leadership {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private term: AbortController | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Log,
  ) {}

  get leads(): boolean {
    return this.term !== null;
  }

  /** Calls `lead` for each term; its signal fires when the term ends. */
  start(lead: (term: AbortSignal) => Promise<void>): void {
    this.running = this.campaign(lead);
  }

  /** Ends the term and waits until `lead` has returned, then gives up the lock. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.term?.abort();
    await this.running;
  }

  private async campaign(lead: (term: AbortSignal) => Promise<void>): Promise<void> {
    while (!this.stopped) {
      const client = new pg.Client({
        connectionString: this.databaseUrl,
        application_name: 'foundry leader',
        keepAlive: true,
        connectionTimeoutMillis: 5_000,
      });
      const term = new AbortController();
      const end = () => {
        term.abort();
      };
      client.on('error', end);
      client.on('end', end);
      try {
        await client.connect();
        await client.query(`set idle_session_timeout = ${SILENCE_MS}`);
        if (await this.elected(client, term.signal)) {
          this.term = term;
          const beat = setInterval(() => void client.query('select 1').catch(end), BEAT_MS);
          await lead(term.signal).finally(() => {
            clearInterval(beat);
          });
        }
      } catch (error) {
        // The database is away, or a term ended badly: the next try, or another worker, goes on.
        this.log.warn(
          { reason: error instanceof Error ? error.message : String(error) },
          'relay leadership interrupted',
        );
        await wait(500);
      } finally {
        this.term = null;
        await client.end().catch((error: unknown) => {
          this.log.debug({ reason: String(error) }, 'leader connection was gone already');
        });
      }
    }
  }

  /** Asks once a second until the lock is ours or the campaign ends. */
  private async elected(client: pg.Client, term: AbortSignal): Promise<boolean> {
    while (!this.stopped && !term.aborted) {
      const { rows } = await client.query<{ won: boolean }>('select pg_try_advisory_lock($1) as won', [LOCK]);
      if (rows[0]?.won) return true;
      await wait(1_000);
    }
    return false;
  }
}
