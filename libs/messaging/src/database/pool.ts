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
    stream: coalescingSocket,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    ...(limits.statementMs === undefined ? {} : { statement_timeout: limits.statementMs }),
    ...(limits.idleInTransactionMs === undefined
      ? {}
      : { idle_in_transaction_session_timeout: limits.idleInTransactionMs }),
    ...(limits.lockMs === undefined ? {} : { lock_timeout: limits.lockMs }),
  });
  pool.on('error', onError);
  // One that is in use is not watched by the pool: whoever uses it hears of the loss from the next statement, and an
  // event that nobody listens to would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** `connect` of a socket puts its own `write` back, so the writes are gathered from the connection on. */
function coalescingSocket(): Socket {
  const socket = new Socket();
  socket.once('connect', () => {
    coalesceWrites(socket);
  });
  return socket;
}
