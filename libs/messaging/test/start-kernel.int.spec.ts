import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppendEntry, RefuseEntry } from '../src/testing/journal/journal-messages.js';
import { JournalModule } from '../src/testing/journal/journal.module.js';
import { startKernel, type TestKernel } from '../src/testing/index.js';

describe('the kernel in the process of a test', () => {
  let kernel: TestKernel;
  beforeAll(async () => {
    kernel = await startKernel({ modules: [JournalModule] });
  });
  afterAll(() => kernel.stop());

  it('handles what is sent and answers with the result', async () => {
    expect(await kernel.handled(new AppendEntry({ journalId: 'a', n: 1 }))).toEqual({ position: 1 });
    expect(await kernel.handled(new AppendEntry({ journalId: 'a', n: 2 }))).toEqual({ position: 2 });
  });

  it('tells of a refusal with its code, and keeps nothing of it', async () => {
    const requested = await kernel.request(new RefuseEntry({ journalId: 'b', n: 1 }));
    expect(requested).toMatchObject({ state: 'settled', reply: { outcome: 'rejected', code: 'journal.closed' } });
    expect(await kernel.database.sql`select n from journal.entry where journal_id = 'b'`).toEqual([]);
  });
});
