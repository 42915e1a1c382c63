import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { OwnDatabase } from '../testing/rows/own-database.js';
import { createPool } from './pool.js';
import { PooledDatabase } from './pooled-database.js';
import type { SqlRunner } from './sql.js';

describe('transactions of the door for queries', () => {
  let own: OwnDatabase;
  let pool: Pool;
  let database: PooledDatabase;

  beforeAll(async () => {
    own = await OwnDatabase.create();
    pool = createPool(own.url, { size: 2, name: 'test' }, () => undefined);
    database = new PooledDatabase(pool);
    await database.sql`create table kept (id int primary key)`;
  });
  beforeEach(() => database.sql`truncate kept`);
  afterAll(async () => {
    await pool.end();
    await own.drop();
  });

  const keep = (sql: SqlRunner, id: number) => sql`insert into kept values (${id}) returning id`;
  const kept = () => database.sql`select id from kept order by id`;

  it('commit what was done together with what was sent last, which knows the result', async () => {
    const result = await database.transaction(
      (sql) => keep(sql, 1),
      (sql, rows) => keep(sql, 1 + rows.length),
    );
    expect(result).toEqual([{ id: 1 }]);
    expect(await kept()).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('keep nothing when what is sent last is refused by the database', async () => {
    const twice = database.transaction(
      (sql) => keep(sql, 1),
      (sql) => keep(sql, 1),
    );
    await expect(twice).rejects.toThrow(/duplicate key/);
    expect(await kept()).toEqual([]);
  });

  it('keep nothing when what should be sent last fails before it is sent', async () => {
    const failed = database.transaction(
      (sql) => keep(sql, 1),
      async () => {
        await Promise.resolve();
        throw new Error('cannot be said');
      },
    );
    await expect(failed).rejects.toThrow('cannot be said');
    expect(await kept()).toEqual([]);
  });

  it('commit where there is nothing to be sent last', async () => {
    await database.transaction(
      (sql) => keep(sql, 1),
      () => Promise.resolve(),
    );
    expect(await kept()).toEqual([{ id: 1 }]);
  });

  it('keep nothing of work that failed, and leave the connection as it was', async () => {
    for (let round = 0; round < 5; round += 1) {
      const failed = database.transaction(async (sql) => {
        await keep(sql, round);
        throw new Error('changed its mind');
      });
      await expect(failed).rejects.toThrow('changed its mind');
      await database.transaction((sql) => keep(sql, round + 10));
    }
    expect(await kept()).toEqual([10, 11, 12, 13, 14].map((id) => ({ id })));
  });
});
