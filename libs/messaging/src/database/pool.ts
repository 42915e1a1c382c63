import { Socket } from 'node:net';
import pg from 'pg';
import { coalesceWrites } from '../sockets/coalesce-writes.js';

export interface PoolLimits {
  /** Connections at most. */
  size: number;
  /** Name shown in `pg_stat_activity`. */
  name: string;
  statementMs?: number;
  lockMs?: number;
  /** A transaction in which nothing happens for longer is ended by Postgres: its process is paused or cut off. */
  idleInTransactionMs?: number;
}

/**
 * Connections that send statements without waiting for the answer to the last one, so that a transaction costs few
 * round trips. `onError` hears of idle connections that were lost; without a listener such a loss ends the process.
 */
export function createPool(databaseUrl: string, limits: PoolLimits, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: limits.size,
    application_name: limits.name,
    pipeline: true,
    stream: () => coalesceWrites(new Socket()),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    ...(limits.statementMs === undefined ? {} : { statement_timeout: limits.statementMs }),
    ...(limits.idleInTransactionMs === undefined
      ? {}
      : { idle_in_transaction_session_timeout: limits.idleInTransactionMs }),
    ...(limits.lockMs === undefined ? {} : { lock_timeout: limits.lockMs }),
  });
  pool.on('error', onError);
  return pool;
}
