import { generateKeyPairSync } from 'node:crypto';
import { startKernel, type TestKernel } from '@foundry/messaging/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { AuditLogWorkerModule } from '../src/audit-log-worker.module.js';
import { appendAuditEntry, VerifyStreams } from '../src/contracts/index.js';
import { PublicKeys, SigningKey } from '../src/domain/signing-keys.js';
import { AuditChain } from '../src/queries/audit-chain.js';
import { aDraft } from '../src/testing/a-chain.js';
import { eventually } from '../src/testing/eventually.js';

const { privateKey } = generateKeyPairSync('ed25519');
let kernel: TestKernel;
let chain: AuditChain;

beforeAll(async () => {
  process.env['AUDIT_SIGNING_KEY'] = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  kernel = await startKernel({ modules: [AuditLogWorkerModule], audit: { append: appendAuditEntry } });
  chain = new AuditChain(kernel.database, new PublicKeys([new SigningKey(privateKey).publicKey]));
});
afterAll(() => kernel.stop());

const seqOf = (result: unknown): string => z.object({ seq: z.string() }).parse(result).seq;

const append = (n: number, streamId: string) => appendAuditEntry(aDraft(n, { streamId }));

it('makes two gapless chains of 100 parallel acts in two organizations', async () => {
  const acts = Array.from({ length: 100 }, (_, n) => append(n, n % 2 === 0 ? '1' : '2'));
  const results = await Promise.all(acts.map((act) => kernel.handled(act)));
  const numbers = Array.from({ length: 50 }, (_, n) => String(n + 1));
  for (const parity of [0, 1]) {
    const seqs = results.filter((_, n) => n % 2 === parity).map(seqOf);
    expect([...seqs].sort((a, b) => Number(a) - Number(b))).toEqual(numbers);
  }
  for (const streamId of ['1', '2']) {
    expect(await chain.verifyAll(streamId, null)).toMatchObject({ fault: null, entries: 50 });
  }
});

it('makes one entry of an append that arrives 100 times', async () => {
  const results = await Promise.all(Array.from({ length: 100 }, () => kernel.handled(append(500, '3'))));
  expect(new Set(results.map(seqOf))).toEqual(new Set(['1']));
  expect(await chain.verifyAll('3', null)).toMatchObject({ fault: null, entries: 1 });
});

it('parks an append of an undeclared kind, and the stream goes on', async () => {
  const bad = kernel.request(appendAuditEntry(aDraft(600, { streamId: '4', kind: 'member.danced' })));
  expect(await bad).toMatchObject({ state: 'settled', reply: { outcome: 'dead' } });
  expect(await kernel.handled(append(601, '4'))).toEqual({ seq: '1' });
});

it('verifies streams that grew, keeps the result, and tells a fault in the stream of the instance', async () => {
  await kernel.handled(append(700, '5'));
  await kernel.handled(append(701, '6'));
  await kernel.database.transaction(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`update audit_log.entries set actor_id = '99' where stream_id = 6`;
  });
  await kernel.handled(new VerifyStreams({ complete: false }));
  await eventually(async () => {
    expect((await chain.head('5')).verified).toMatchObject({ seq: '1', fault: null });
    expect((await chain.head('6')).verified).toMatchObject({ seq: null, fault: 'edited at 1' });
  });
  await eventually(async () => {
    const told = await kernel.database
      .sql`select c.subject_id, c.entry ->> 'actor_id' as actor, c.details -> 'data' as details
      from audit_log.chain c where c.stream_id = 0 and c.kind = 'audit.verification_failed'`;
    expect(told).toEqual([{ subject_id: '6', actor: 'audit-log', details: { seq: '1', fault: 'edited' } }]);
  });
  const metrics = await kernel.worker.metrics.registry.metrics();
  expect(metrics).toContain('audit_verifications_total{result="edited"} 1');
});
