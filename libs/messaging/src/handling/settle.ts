import type { PoolClient } from 'pg';
import { type Envelope, moduleOf } from '../contracts/index.js';
import type { Failpoints } from '../failpoints/failpoints.js';
import { NoFailpoints } from '../failpoints/failpoints.js';
import type { Verdict } from './outcome.js';
import type { WorkProduct } from './work-product.js';

export interface Settlement {
  envelope: Envelope;
  verdict: Verdict;
  attempts: number;
  startedAt: Date;
  product: WorkProduct;
}

/** Larger results are cut to nothing: a result is an answer, not a store. */
const MOST_RESULT_BYTES = 16 * 1024;

/** Keeps outcomes and everything the commands produced in one statement, then commits. */
export async function settle(
  client: PoolClient,
  parts: { workerId: string; failpoints: Failpoints },
  settlements: readonly Settlement[],
): Promise<void> {
  if (settlements.length === 0) {
    await client.query('rollback');
    return;
  }
  const products = settlements.map(({ product }) => product);
  const saved = client.query({
    name: 'settle',
    text: 'select messaging.settle($1, $2::jsonb, $3::jsonb, $4::jsonb, $5::jsonb, $6::jsonb)',
    values: [
      parts.workerId,
      JSON.stringify(settlements.map(outcomeRow)),
      numbered(products.flatMap(({ sent }) => sent)),
      numbered(products.flatMap(({ frames }) => frames)),
      JSON.stringify(products.flatMap(({ effects }) => effects)),
      JSON.stringify(products.flatMap(({ letters }) => letters)),
    ],
  });
  if (parts.failpoints instanceof NoFailpoints) {
    await Promise.all([saved, client.query('commit')]);
    return;
  }
  await saved;
  await parts.failpoints.pass('handle.saved');
  await client.query('commit');
  await parts.failpoints.pass('handle.committed');
}

const numbered = (rows: readonly object[]): string => JSON.stringify(rows.map((row, ordinal) => ({ ordinal, ...row })));

function outcomeRow({ envelope, verdict, attempts, startedAt }: Settlement) {
  const result = JSON.stringify(verdict.result ?? null);
  return {
    id: envelope.id,
    seq: envelope.seq,
    module: moduleOf(envelope.name),
    entity_id: envelope.entityId,
    organization_id: envelope.organizationId,
    outcome: verdict.outcome,
    code: verdict.code,
    rejection_kind: verdict.kind,
    message: verdict.message,
    result: Buffer.byteLength(result) > MOST_RESULT_BYTES ? null : verdict.result,
    attempts,
    started_at: startedAt.toISOString(),
  };
}
