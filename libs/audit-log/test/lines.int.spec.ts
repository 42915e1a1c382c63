import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { ChainedLines } from '../src/domain/chained-lines.js';
import { AuditLines } from '../src/effects/audit-lines.js';
import { aSigningKey } from '../src/testing/a-chain.js';
import { AuditDatabase } from '../src/testing/audit-database.js';

const key = aSigningKey();
const told: Record<string, unknown>[] = [];
let audit: AuditDatabase;

beforeAll(async () => {
  audit = await AuditDatabase.open();
  const note = (line: Record<string, unknown>) => {
    told.push(line);
  };
  Logger.overrideLogger({ log: note, error: note, warn: note });
});
afterAll(() => audit.close());
afterEach(() => {
  told.splice(0);
});

const linesOf = (tellsEntries: boolean) => {
  const lines = new ChainedLines(tellsEntries);
  return { lines, teller: new AuditLines(audit.database, lines) };
};

it('tells a checkpoint once it is committed, and then no more', async () => {
  const { lines, teller } = linesOf(false);
  const appended = await audit.append(key, { streamId: '1' });
  lines.note(appended);
  await teller.tell();
  await teller.tell();
  expect(told).toEqual([
    {
      event: 'audit.checkpoint',
      streamId: '1',
      seq: '1',
      hash: appended.links[0]?.entry.hash,
      signature: appended.checkpoint?.signature,
      keyId: key.id,
    },
  ]);
});

it('tells entries only where collectors are wanted', async () => {
  const { lines, teller } = linesOf(true);
  lines.note(await audit.append(key, { streamId: '1' }));
  await teller.tell();
  expect(told).toMatchObject([{ event: 'audit.entry', stream_id: '1', seq: '2', details: { new: 'admin' } }]);
});

it('never tells what was rolled back', async () => {
  const { lines, teller } = linesOf(true);
  const appended = await audit.append(key, { streamId: '2' });
  await audit.tamper('delete from audit_log.entries where stream_id = 2');
  lines.note(appended);
  await teller.tell();
  expect(told).toEqual([]);
});

it('tells the checkpoints of the last minutes again after a restart', async () => {
  const { teller } = linesOf(false);
  teller.onModuleInit();
  await teller.onApplicationShutdown();
  expect(told).toContainEqual(expect.objectContaining({ event: 'audit.checkpoint', streamId: '1', seq: '1' }));
});
