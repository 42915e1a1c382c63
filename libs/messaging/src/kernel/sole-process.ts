import pg, { type Pool } from 'pg';
import { hostname } from 'node:os';
import { BootError } from '../boot/boot-error.js';

const LOCK = 470_012;

/**
 * The in-process wire reaches one process only, so a second one on the same database is refused. The holder names
 * itself as the application of its connection.
 */
export async function holdAlone(databaseUrl: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: `foundry alone ${hostname()} pid ${String(process.pid)}`,
  });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ won: boolean }>('select pg_try_advisory_lock($1) as won', [LOCK]);
  if (!rows[0]?.won) {
    const holder = await client.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where l.locktype = 'advisory' and l.objid = $1 and l.granted and a.datname = current_database() limit 1`,
      [LOCK],
    );
    await client.end();
    const who = holder.rows[0]?.name.replace('foundry alone ', '') ?? 'another process';
    throw new BootError(`This database is used by ${who}. Stop it first, or give both an AMQP_URL.`);
  }
  return { release: () => client.end() };
}

/**
 * What the former process had on its wire is gone: everything that is not settled goes on the wire again. Whoever
 * holds the lock alone knows that no other worker lives, so nobody waits for their beats to grow old, or for their
 * leases to lapse.
 */
export async function takeOver(pool: Pool): Promise<void> {
  await pool.query(`delete from messaging.process where kind = 'worker'`);
  await pool.query(
    `update messaging.outbox set published_at = null
     where kind = 'command' and settled_at is null and published_at is not null`,
  );
  await pool.query(`update messaging.effect set lease_until = clock_timestamp() where state = 'running'`);
}
