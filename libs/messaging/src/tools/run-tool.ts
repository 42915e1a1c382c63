import pg from 'pg';
import type { z } from 'zod';
import { BootError } from '../boot/boot-error.js';
import { readConfig } from '../config/read-config.js';
import { type SqlRunner, statement } from '../database/sql.js';

/**
 * Runs one offline tool in one transaction and says what it did. What stands in its way is one sentence on stderr and
 * exit code 1.
 */
export async function runTool<S extends z.ZodObject>(
  schema: S,
  work: (sql: SqlRunner, config: z.output<S>) => Promise<string>,
): Promise<void> {
  try {
    const config = readConfig(schema, process.env);
    process.stdout.write(`${await inTransaction(databaseUrlIn(config), (sql) => work(sql, config))}\n`);
  } catch (error) {
    if (!(error instanceof BootError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function databaseUrlIn(config: object): string {
  const url: unknown = Reflect.get(config, 'DATABASE_URL');
  if (typeof url !== 'string') throw new BootError('DATABASE_URL is missing.');
  return url;
}

async function inTransaction<T>(databaseUrl: string, work: (sql: SqlRunner) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'foundry tool' });
  await client.connect();
  try {
    await client.query('begin');
    const result = await work(async (query, ...values) => {
      const { rows } = await client.query<Record<string, unknown>>(statement(query, values));
      return rows;
    });
    await client.query('commit');
    return result;
  } finally {
    // Ends the transaction as well, when it was not committed.
    await client.end();
  }
}
