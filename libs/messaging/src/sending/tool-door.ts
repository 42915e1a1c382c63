import { Registry as MetricsRegistry } from 'prom-client';
import type { Pool } from 'pg';
import { z } from 'zod';
import { BootError } from '../boot/boot-error.js';
import type { Database } from '../database/database.js';
import { PooledDatabase } from '../database/pooled-database.js';
import { createPool } from '../database/pool.js';
import { NoFailpoints } from '../failpoints/failpoints.js';
import { Metrics } from '../metrics/metrics.js';
import { partitionOf } from '../topology/partition.js';
import { AcceptQueue } from './accept-queue.js';
import type { CommandSender } from './command-sender.js';
import { OutboxSender } from './outbox-sender.js';
import { ReplyDesk } from './reply-desk.js';

/** What a command-line tool needs of a running instance. */
export interface ToolDoor {
  database: Database;
  /** Replies are read from the inbox, because a tool has no wire. */
  sender: CommandSender;
  close(): Promise<void>;
}

const Partitions = z.array(z.object({ module: z.string(), partitions: z.number() }));

/**
 * Opens the outbox of a running instance for a short-lived tool. It runs no migration, hears no wire and counts as no
 * process, so it may stand beside an instance that wants its database for itself. Throws `BootError` when the database
 * does not answer, or no instance ever ran on it.
 */
export async function openToolDoor(databaseUrl: string): Promise<ToolDoor> {
  // A lost idle connection is met again, with an error that is shown, by the next statement.
  const pool = createPool(databaseUrl, { size: 2, name: 'foundry tool', statementMs: 10_000 }, () => undefined);
  try {
    const partitions = await partitionsIn(pool, databaseUrl);
    const sender = new OutboxSender(
      new AcceptQueue(pool),
      pool,
      (module, entityId) => partitionOf(entityId, partitions.get(module) ?? 1),
      new ReplyDesk(null),
      new NoFailpoints(),
      new Metrics(new MetricsRegistry()),
    );
    return { database: new PooledDatabase(pool), sender, close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function partitionsIn(pool: Pool, databaseUrl: string): Promise<Map<string, number>> {
  const place = new URL(databaseUrl);
  const where = `${place.hostname}:${place.port || '5432'}${place.pathname}`;
  const [ran] = await rowsOf(pool, `select to_regclass('messaging.partitioning') is not null as ran`, where);
  if (!z.object({ ran: z.literal(true) }).safeParse(ran).success) {
    throw new BootError(`No Foundry ever ran on ${where}; start it once, then repeat this.`);
  }
  const rows = await rowsOf(pool, 'select module, partitions from messaging.partitioning', where);
  return new Map(Partitions.parse(rows).map(({ module, partitions }) => [module, partitions]));
}

async function rowsOf(pool: Pool, text: string, where: string): Promise<unknown[]> {
  try {
    const { rows } = await pool.query<Record<string, unknown>>(text);
    return rows;
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new BootError(`Postgres at ${where} does not let us in (${reason}).`, { cause: error });
  }
}
