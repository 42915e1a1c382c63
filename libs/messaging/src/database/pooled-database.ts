import type { Pool } from 'pg';
import { Database } from './database.js';
import { isPassing } from './failures.js';
import { Unavailable } from '../rejections/failures.js';
import { type SqlRunner, statement } from './sql.js';

/** The door for queries over one pool. A database that is away becomes `Unavailable`. */
export class PooledDatabase extends Database {
  constructor(private readonly pool: Pool) {
    super();
  }

  readonly sql: SqlRunner = async (query, ...values) => {
    try {
      const { rows } = await this.pool.query<Record<string, unknown>>(statement(query, values));
      return rows;
    } catch (error) {
      throw isPassing(error) ? new Unavailable('database', { cause: error }) : error;
    }
  };

  snapshot<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    return this.within('begin isolation level repeatable read read only', work);
  }

  transaction<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    return this.within('begin', work);
  }

  private async within<T>(begin: string, work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    const client = await this.connect();
    let broken = true;
    try {
      await client.query(begin);
      const result = await work(async (query, ...values) => {
        const { rows } = await client.query<Record<string, unknown>>(statement(query, values));
        return rows;
      });
      await client.query('commit');
      broken = false;
      return result;
    } catch (error) {
      if (isPassing(error)) throw new Unavailable('database', { cause: error });
      await client.query('rollback');
      broken = false;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async connect() {
    try {
      return await this.pool.connect();
    } catch (error) {
      throw isPassing(error) ? new Unavailable('database', { cause: error }) : error;
    }
  }
}
