import { hostname } from 'node:os';
import type { Pool } from 'pg';
import { isPassing } from '../database/failures.js';
import type { Log } from '../logging/log.js';

const BEAT_MS = 2_000;
/** A worker whose beat is older is not counted on any more, even when its database session seems to be there. */
export const LIVE_SECONDS = 10;
/** A worker whose session is gone is not counted on any more after this long: a killed one is missed early. */
export const GONE_SECONDS = 3;
/** Space of the locks that tell by being there that a worker's session is. */
const SESSION_LOCK = 470_013;

/** Taken by a worker at the start of its listening session. The session ends with the process, and so does the lock. */
export const sessionLock = (id: string): { text: string; values: unknown[] } => ({
  text: 'select pg_try_advisory_lock_shared($1, hashtext($2))',
  values: [SESSION_LOCK, id],
});

/** The workers that can be counted on now. */
export async function liveWorkers(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from messaging.process p where kind = 'worker' and not draining
       and heartbeat_at > now() - $1 * interval '1 second'
       and (heartbeat_at > now() - $2 * interval '1 second' or exists (
         select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = $3
           and l.objid = (hashtext(p.id::text)::bigint & 4294967295)::oid
           and l.database = (select oid from pg_database where datname = current_database())))`,
    [LIVE_SECONDS, GONE_SECONDS, SESSION_LOCK],
  );
  return rows.map(({ id }) => id);
}

/** An API's database role may not write the table; functions let it write its own row. */
const STATEMENTS = {
  api: {
    join: 'select messaging.join_as_api($1, $2, $3, $4)',
    beat: 'select messaging.beat_as_api($1)',
    leave: 'select messaging.leave_as_api($1)',
  },
  worker: {
    join: `insert into messaging.process (id, kind, host, pid, version) values ($1, 'worker', $2, $3, $4)`,
    beat: 'update messaging.process set heartbeat_at = now() where id = $1',
    leave: 'delete from messaging.process where id = $1',
  },
} as const;

/** This process as a row that others see, renewed every two seconds. */
export class ProcessRegistry {
  private beating: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    readonly id: string,
    private readonly kind: 'api' | 'worker',
    private readonly version: string,
    private readonly log: Log,
  ) {}

  async join(): Promise<void> {
    await this.pool.query(STATEMENTS[this.kind].join, [this.id, hostname(), process.pid, this.version]);
    this.beating = setInterval(() => void this.beat(), BEAT_MS);
  }

  /** Of a worker: others take over from here on. */
  async drain(): Promise<void> {
    await this.pool.query('update messaging.process set draining = true where id = $1', [this.id]);
  }

  async leave(): Promise<void> {
    clearInterval(this.beating);
    await this.pool.query(STATEMENTS[this.kind].leave, [this.id]);
  }

  private async beat(): Promise<void> {
    try {
      await this.pool.query(STATEMENTS[this.kind].beat, [this.id]);
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.log.debug({ reason: error instanceof Error ? error.message : String(error) }, 'beat missed');
    }
  }
}
