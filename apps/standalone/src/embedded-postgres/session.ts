import pg from 'pg';
import { role } from './cluster.js';
import { PostgresUnavailable, systemCode } from './unavailable.js';

/**
 * A run keeps one session open as long as it lives, under a lock. The system closes it with the process, also
 * on `kill -9`, so unlike a file with a process number it can never be stale.
 */
const lock = 7_205_759;
const guardianName = 'foundry run';

interface Address {
  readonly port: number;
}

export interface Guardian {
  readonly url: string;
  readonly end: () => Promise<void>;
}

function connectionTo(port: number, password: string, name: string): pg.Client {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: role,
    password,
    database: 'postgres',
    application_name: name,
    connectionTimeoutMillis: 5_000,
  });
  // Without a listener, a server that goes away would end this process; whoever uses the server learns it from there.
  client.on('error', () => undefined);
  return client;
}

/** Names the run that uses the server at this port, null when none does, `unknown` when the server does not answer. */
export async function guardianOf(port: number, password: string): Promise<string | null> {
  const client = connectionTo(port, password, 'foundry start');
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      'select application_name as name from pg_stat_activity join pg_locks using (pid) where locktype = $1 and objid = $2 and granted',
      ['advisory', lock],
    );
    return rows[0]?.name ?? null;
  } catch (error) {
    if (isNotReady(error)) return 'unknown';
    throw error;
  } finally {
    await client.end();
  }
}

/** Connection refused or cut, or Postgres saying that it is starting up or shutting down. */
function isNotReady(error: unknown): boolean {
  const code = systemCode(error);
  if (code !== undefined) return ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03'].includes(code);
  return /terminated|timeout/.test(String(error));
}

/** Takes the folder for this run and makes the product's database if it is not there. */
export async function guard({ port }: Address, password: string, folder: string): Promise<Guardian> {
  const client = connectionTo(port, password, `${guardianName}, process ${String(process.pid)}`);
  await client.connect();
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [lock]);
  if (rows[0]?.locked !== true) throw new PostgresUnavailable(`Another run of Foundry uses ${folder}.`);
  const found = await client.query('select 1 from pg_database where datname = $1', [role]);
  if (found.rowCount === 0) await client.query(`create database ${role}`);
  return {
    url: `postgres://${role}:${password}@127.0.0.1:${String(port)}/${role}`,
    end: () => client.end(),
  };
}
