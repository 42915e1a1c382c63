import { randomUUID } from 'node:crypto';
import { Database, type SqlRunner, statement } from '@foundry/messaging';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CreateAuditLog1795219200000 } from '../../migrations/create-audit-log.js';
import { appendToChain } from '../domain/append-to-chain.js';
import type { EntryDraft } from '../domain/chained-entry.js';
import type { SigningKey } from '../domain/signing-keys.js';
import { aDraft } from './a-chain.js';

const SERVER = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** The door for queries, on a pool of the test's own. */
class PoolDatabase extends Database {
  constructor(private readonly pool: pg.Pool) {
    super();
  }

  readonly sql: SqlRunner = async (query, ...values) => (await this.pool.query<object>(statement(query, values))).rows;

  snapshot<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    return this.within('begin isolation level repeatable read read only', work);
  }

  transaction<T>(
    work: (sql: SqlRunner) => Promise<T>,
    last?: (sql: SqlRunner, result: T) => Promise<unknown>,
  ): Promise<T> {
    return this.within('begin', async (sql) => {
      const result = await work(sql);
      await last?.(sql, result);
      return result;
    });
  }

  private async within<T>(begin: string, work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query(begin);
      const result = await work(
        async (query, ...values) => (await client.query<object>(statement(query, values))).rows,
      );
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}

/** A database of this test's own with the tables of this module; `close` drops it. */
export class AuditDatabase {
  readonly database: Database;
  private appended = 0;

  private constructor(
    readonly url: string,
    readonly pool: pg.Pool,
  ) {
    this.database = new PoolDatabase(pool);
  }

  static async open(): Promise<AuditDatabase> {
    const name = `audit_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    await onServer(`create database ${name}`);
    const address = new URL(SERVER);
    address.pathname = `/${name}`;
    const source = new DataSource({ type: 'postgres', url: address.href, migrations: [CreateAuditLog1795219200000] });
    await source.initialize();
    await source.runMigrations();
    await source.destroy();
    const pool = new pg.Pool({ connectionString: address.href, max: 5 });
    // A connection that is still on its way out when the database is dropped hears of it.
    pool.on('error', () => undefined);
    return new AuditDatabase(address.href, pool);
  }

  async close(): Promise<void> {
    await this.pool.end();
    await onServer(`drop database ${new URL(this.url).pathname.slice(1)} with (force)`);
  }

  /** Appends as the handler does, one transaction each. */
  async append(key: SigningKey, draft: Partial<EntryDraft> = {}, now = new Date()) {
    this.appended += 1;
    const whole = aDraft(this.appended, draft);
    return this.database.transaction((sql) => appendToChain(sql, key, whole, now, () => randomUUID()));
  }

  /** Appends many in one transaction. */
  async appendMany(
    key: SigningKey,
    count: number,
    draft: (n: number) => Partial<EntryDraft> = () => ({}),
  ): Promise<void> {
    await this.database.transaction(async (sql) => {
      for (let n = 1; n <= count; n += 1) {
        this.appended += 1;
        await appendToChain(sql, key, aDraft(this.appended, draft(n)), new Date(), () => randomUUID());
      }
    });
  }

  /** What somebody with every right does to the rows, past the triggers. */
  async tamper(statements: string): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query(`begin; set local session_replication_role = replica; ${statements}; commit`);
    } finally {
      client.release();
    }
  }
}

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
