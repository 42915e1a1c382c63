import { z } from 'zod';
import { EffectState } from '../contracts/index.js';
import type { Tx } from '../handling/tx.js';
import { NotFound } from '../rejections/rejection.js';

export const EffectForChange = z.object({
  id: z.string(),
  name: z.string(),
  v: z.number(),
  module: z.string(),
  organization_id: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
  state: EffectState,
  attempt: z.number(),
  correlation_id: z.string(),
  on_behalf_of: z.string().nullable(),
  hop: z.number(),
  traceparent: z.string().nullable(),
});
export type EffectForChange = z.infer<typeof EffectForChange>;

/** The effect's row, held until the end of the transaction: no worker claims or ends it meanwhile. */
export async function lockEffect(tx: Tx, effectId: string): Promise<EffectForChange> {
  const rows = await tx.sql`
    select id, name, v, module, organization_id, payload, state, attempt, correlation_id, on_behalf_of, hop, traceparent
    from messaging.effect where id = ${effectId} for update`;
  const [effect] = EffectForChange.array().parse(rows);
  if (!effect) throw new NotFound('This effect');
  return effect;
}

/** Open again, as if it had just been asked for. Its message goes on the wire again; if it was pruned, the leader finds the row. */
export async function renewEffect(tx: Tx, effectId: string, deadlineMs: number): Promise<void> {
  await tx.sql`
    update messaging.effect
    set state = 'requested', attempt = 0, deadline = clock_timestamp() + ${deadlineMs} * interval '1 ms',
      next_attempt_at = clock_timestamp(), lease_owner = null, lease_until = null, progress = null, signals = '[]',
      report_id = null, finished_at = null
    where id = ${effectId}`;
  await tx.sql`
    update messaging.outbox set published_at = null, settled_at = null where id = ${effectId} and kind = 'effect'`;
  await tx.sql`select pg_notify('foundry_outbox', '')`;
}
