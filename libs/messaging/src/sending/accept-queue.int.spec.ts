import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startKernel, type TestKernel } from '../testing/index.js';
import { AppendEntry } from '../testing/journal/journal-messages.js';
import { JournalModule } from '../testing/journal/journal.module.js';

describe('Commands that are sent at the same moment', () => {
  let kernel: TestKernel;
  beforeAll(async () => {
    kernel = await startKernel({ modules: [JournalModule] });
    const client = new Client(kernel.databaseUrl);
    await client.connect();
    await client.query(`
      create table accepted (id uuid, transaction bigint);
      create function note() returns trigger language plpgsql as $$
        begin
          insert into accepted values (new.id, txid_current());
          return new;
        end $$;
      create trigger note after insert on messaging.outbox for each row execute function note()`);
    await client.end();
  });
  afterAll(() => kernel.stop());

  it('are stored in one commit, the first of them too', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, n) => kernel.send(new AppendEntry({ journalId: `j${String(n)}`, n: 1 }))),
    );
    const rows = await kernel.database.sql`
      select count(*)::int as commands, count(distinct transaction)::int as commits
      from accepted where id = any(${ids}::uuid[])`;
    expect(rows).toEqual([{ commands: 20, commits: 1 }]);
  });
});
