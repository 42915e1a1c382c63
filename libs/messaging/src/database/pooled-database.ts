import type { Pool } from 'pg';
import { Database } from './database.js';
import { isPassing } from './failures.js';
import { Unavailable } from '../rejections/failures.js';
import { preparedStatement, type SqlRunner, statement } from './sql.js';

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
    return this.within('begin isolation level repeatable read read only', statement, work);
  }

  transaction<T>(
    work: (sql: SqlRunner) => Promise<T>,
    last?: (sql: SqlRunner, result: T) => Promise<unknown>,
  ): Promise<T> {
    return this.within('begin', preparedStatement, work, last);
  }

  /** Begin travels with the first statement, and the last one with the commit: a connection sends without waiting. */
  private async within<T>(
    begin: string,
    asked: typeof statement,
    work: (sql: SqlRunner) => Promise<T>,
    last?: (sql: SqlRunner, result: T) => Promise<unknown>,
  ): Promise<T> {
    const client = await this.connect();
    let broken = true;
    const sql: SqlRunner = async (query, ...values) => {
      const { rows } = await client.query<Record<string, unknown>>(asked(query, values));
      return rows;
    };
    try {
      const [, result] = await Promise.all([client.query(begin), work(sql)]);
      const answered = last ? await sentLast(sql, (one) => last(one, result)) : [];
      await Promise.all([...answered, client.query('commit')]);
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

/** Waits until the statement is on its way, or until it turns out that there is none; answers what is still to be waited for. */
async function sentLast(sql: SqlRunner, last: (sql: SqlRunner) => Promise<unknown>): Promise<[Promise<unknown>]> {
  let isSent = false;
  let tellSent = (): void => undefined;
  const onItsWay = new Promise<void>((resolve) => (tellSent = resolve));
  const answered = last((query, ...values) => {
    if (isSent) return Promise.reject(new TypeError('One statement travels with the commit, not two.'));
    isSent = true;
    const rows = sql(query, ...values);
    tellSent();
    return rows;
  });
  await Promise.race([answered, onItsWay]);
  return [answered];
}
