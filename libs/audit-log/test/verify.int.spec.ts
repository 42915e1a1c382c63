import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublicKeys } from '../src/domain/signing-keys.js';
import { AuditChain } from '../src/queries/audit-chain.js';
import { aSigningKey } from '../src/testing/a-chain.js';
import { AuditDatabase } from '../src/testing/audit-database.js';

const LENGTH = 2500;
const key = aSigningKey();
let audit: AuditDatabase;
let chain: AuditChain;

beforeAll(async () => {
  audit = await AuditDatabase.open();
  chain = new AuditChain(audit.database, new PublicKeys([key.publicKey]));
  await audit.appendMany(key, LENGTH);
  await audit.pool.query('create schema kept');
  for (const table of ['entries', 'details', 'heads', 'checkpoints']) {
    await audit.pool.query(`create table kept.${table} as table audit_log.${table}`);
  }
});
afterAll(() => audit.close());

const restore = async () => {
  for (const table of ['entries', 'details', 'heads', 'checkpoints']) {
    await audit.tamper(`delete from audit_log.${table}; insert into audit_log.${table} select * from kept.${table}`);
  }
};

/** The verdict after somebody with every right did this; the rows are put back. */
const verdictAfter = async (change: string, expected: { seq: bigint; hash: string }[] = []) => {
  await audit.tamper(change);
  try {
    const { fault } = await chain.verifyAll('41', null, undefined, expected);
    return fault && `${fault.fault} at ${fault.seq}`;
  } finally {
    await restore();
  }
};

it('finds the chain intact, whole and in the parts of the API', async () => {
  expect(await chain.verifyAll('41', null)).toMatchObject({ fault: null, entries: LENGTH });
  expect(await chain.verify('41', 1n)).toMatchObject({ ok: true, from: '1', to: '2500', next: null });
  expect(await chain.verify('41', 2000n)).toMatchObject({ ok: true, from: '2000', to: '2500', next: null });
  expect(await chain.verify('77', 1n)).toMatchObject({ ok: true, to: '0', next: null });
});

describe('names what a superuser did', () => {
  it.each([
    ['edited', `update audit_log.entries set actor_id = '99' where seq = 1700`, 'edited at 1700'],
    [
      'deleted',
      'delete from audit_log.entries where seq = 1700; delete from audit_log.details where seq = 1700',
      'deleted at 1700',
    ],
    [
      'deleted the first',
      'delete from audit_log.entries where seq = 1; delete from audit_log.details where seq = 1',
      'deleted at 1',
    ],
    [
      'swapped two',
      `update audit_log.entries set seq = 900000 where seq = 1700; update audit_log.entries set seq = 1700 where seq = 1800;
       update audit_log.entries set seq = 1800 where seq = 900000`,
      'reordered at 1700',
    ],
    [
      'slipped one in',
      `update audit_log.entries set seq = seq + 900001 where seq >= 1700; update audit_log.entries set seq = seq - 900000 where seq > 900000;
       insert into audit_log.entries select stream_id, 1700, gen_random_uuid(), v, occurred_at, recorded_at, kind, outcome, code, actor_kind,
         actor_id, on_behalf_of, via, command_id, correlation_id, subject_type, subject_id, task_id, repository_id, branch, details_digest,
         hash, sha256('x') from audit_log.entries where seq = 1699`,
      'inserted at 1700',
    ],
    [
      'slipped one in after the head',
      `insert into audit_log.entries select stream_id, seq + 1, gen_random_uuid(), v, occurred_at, recorded_at,
         kind, outcome, code, actor_kind, actor_id, on_behalf_of, via, command_id, correlation_id, subject_type, subject_id, task_id,
         repository_id, branch, details_digest, hash, sha256('x') from audit_log.entries where seq = 2500`,
      'edited at 2501',
    ],
    [
      'cut the tail',
      'delete from audit_log.entries where seq > 1700; delete from audit_log.details where seq > 1700',
      'truncated at 1701',
    ],
    ['removed the head', 'delete from audit_log.heads', 'signature at 2500'],
    [
      'changed details',
      `update audit_log.details set data = data || '{"new":"owner"}' where seq = 1700`,
      'details_changed at 1700',
    ],
    ['deleted details', 'delete from audit_log.details where seq = 1700', 'details_missing at 1700'],
    [
      'emptied details',
      'update audit_log.details set data = null, salt = null where seq = 1700',
      'details_missing at 1700',
    ],
    [
      'forged a signature',
      `update audit_log.heads set signature = decode(repeat('00', 64), 'hex')`,
      'signature at 2500',
    ],
  ])('%s', async (_name, change, fault) => {
    expect(await verdictAfter(change)).toBe(fault);
  });

  it('cut the tail and put an older signed head back, seen by a checkpoint that the log kept', async () => {
    const kept = await chain.head('41');
    const cut = `delete from audit_log.entries where seq > 2001; delete from audit_log.details where seq > 2001;
      update audit_log.heads h set seq = c.seq, hash = c.hash, signature = c.signature from audit_log.checkpoints c where c.seq = 2001`;
    expect(await verdictAfter(cut)).toBeNull();
    expect(await verdictAfter(cut, [{ seq: BigInt(kept.seq), hash: kept.hash }])).toBe('truncated at 2002');
  });
});

it('reads on from a checkpoint, and does not see what lies before it', async () => {
  await audit.tamper(`update audit_log.entries set actor_id = '99' where seq = 500`);
  expect(await chain.verifyAll('41', '2400')).toMatchObject({ fault: null, from: '2002', entries: 499 });
  expect(await chain.verifyAll('41', null)).toMatchObject({ fault: { fault: 'edited', seq: '500' } });
  await restore();
});
