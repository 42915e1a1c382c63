import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditChain } from '../src/queries/audit-chain.js';
import { PublicKeys } from '../src/domain/signing-keys.js';
import { aDraft, aSigningKey } from '../src/testing/a-chain.js';
import { AuditDatabase } from '../src/testing/audit-database.js';

let audit: AuditDatabase;
beforeAll(async () => {
  audit = await AuditDatabase.open();
});
afterAll(() => audit.close());

const key = aSigningKey();
const chainOf = (keys = [key]) =>
  new AuditChain(audit.database, new PublicKeys(keys.map(({ publicKey }) => publicKey)));

it('numbers entries from 1 without gaps, each stream by itself', async () => {
  for (const streamId of ['1', '2', '1', '1', '2', '0']) await audit.append(key, { streamId });
  const rows = await audit.database
    .sql`select stream_id::text, array_agg(seq::text order by seq) as seqs from audit_log.entries group by 1 order by 1`;
  expect(rows).toEqual([
    { stream_id: '0', seqs: ['1'] },
    { stream_id: '1', seqs: ['1', '2', '3'] },
    { stream_id: '2', seqs: ['1', '2'] },
  ]);
  expect(await chainOf().verifyAll('1', null)).toMatchObject({ fault: null, entries: 3 });
});

it('changes nothing for an entry that it knows', async () => {
  const draft = aDraft(900, { streamId: '3' });
  const first = await audit.append(key, draft);
  const again = await audit.append(key, draft);
  expect([first.seq, again.seq, again.links.length]).toEqual(['1', '1', 0]);
  expect(await audit.database.sql`select seq::text from audit_log.entries where stream_id = 3`).toEqual([{ seq: '1' }]);
});

it('keeps what it was given exactly, so that the hash holds', async () => {
  const draft = aDraft(901, {
    streamId: '4',
    occurredAt: '2026-11-21T10:00:00.123456Z',
    branch: 'weird\u0001\u202Ename',
    repositoryId: '9223372036854775807',
    taskId: '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11',
    code: 'role.too_low',
    outcome: 'refused',
    onBehalfOf: '42',
    details: {
      small: 1e-7,
      big: 1e21,
      zero: -0,
      text: 'é\u2028"\\',
      list: [null, true, { z: 1, a: 2 }],
      '10': 1,
      '9': 2,
    },
  });
  await audit.append(key, draft);
  expect(await chainOf().verifyAll('4', null)).toMatchObject({ fault: null, entries: 1 });
  expect(await chainOf().proof('4', '1')).toMatchObject({
    branch: 'weird\u0001\u202Ename',
    repositoryId: '9223372036854775807',
  });
});

describe('checkpoints', () => {
  const at = (minutes: number) => new Date(Date.UTC(2030, 0, 1, 0, minutes));
  const checkpoints = async (streamId: string) =>
    audit.database
      .sql`select seq::text from audit_log.checkpoints where stream_id = ${streamId}::bigint order by checkpoints.seq`;

  it('come with the first entry, and when the last one is older than an hour', async () => {
    for (const minutes of [0, 59, 60, 61, 130]) await audit.append(key, { streamId: '5' }, at(minutes));
    expect(await checkpoints('5')).toEqual([{ seq: '1' }, { seq: '3' }, { seq: '5' }]);
  });

  it('come every 1,000 entries', async () => {
    await audit.appendMany(key, 1002, () => ({ streamId: '6' }));
    expect(await checkpoints('6')).toEqual([{ seq: '1' }, { seq: '1001' }]);
  });
});

it('tells a new signing key between the entries of both, and each verifies with its own', async () => {
  const next = aSigningKey();
  await audit.append(key, { streamId: '7' });
  await audit.append(key, { streamId: '7' });
  await audit.append(next, { streamId: '7' });
  const kinds = await audit.database.sql`select kind from audit_log.entries where stream_id = 7 order by seq`;
  expect(kinds).toEqual([
    { kind: 'member.role_granted' },
    { kind: 'member.role_granted' },
    { kind: 'audit.key_changed' },
    { kind: 'member.role_granted' },
  ]);
  const signers = await audit.database
    .sql`select seq::text, key_id from audit_log.checkpoints where stream_id = 7 order by checkpoints.seq`;
  expect(signers).toEqual([
    { seq: '1', key_id: key.id },
    { seq: '2', key_id: key.id },
    { seq: '3', key_id: next.id },
  ]);
  expect(await chainOf([key, next]).verifyAll('7', null)).toMatchObject({ fault: null, entries: 4 });
  expect(await chainOf([next]).verifyAll('7', null)).toMatchObject({ fault: { fault: 'signature', seq: '1' } });
});
