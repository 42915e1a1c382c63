import { z } from 'zod';
import { EffectProgress, EffectState, type EffectView } from '../contracts/index.js';
import type { Registry } from '../registry/registry.js';
import { StoredTime } from './stored.js';

/** An effect with the position of its place in lists by age. */
export const EffectRow = z.object({
  id: z.string(),
  name: z.string(),
  module: z.string(),
  entity_id: z.string(),
  organization_id: z.string().nullable(),
  state: EffectState,
  progress: EffectProgress.nullable(),
  attempt: z.number(),
  max_attempts: z.number().nullable(),
  deadline: StoredTime,
  next_attempt_at: StoredTime,
  lease_owner: z.string().nullable(),
  lease_until: StoredTime.nullable(),
  last_code: z.string().nullable(),
  last_error: z.string().nullable(),
  requested_by: z.string(),
  report_id: z.string().nullable(),
  created_at: StoredTime,
  started_at: StoredTime.nullable(),
  finished_at: StoredTime.nullable(),
  /** `created_at` in full precision. */
  place: z.string(),
});
export type EffectRow = z.infer<typeof EffectRow>;

/** The row as a caller sees it, with what may be done with it when the caller may do anything. */
export function effectView(row: EffectRow, registry: Registry, mayAct: boolean): EffectView {
  return {
    effectId: row.id,
    name: row.name,
    module: row.module,
    entityId: row.entity_id,
    organizationId: row.organization_id,
    state: row.state,
    progress: row.progress,
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    deadline: row.deadline,
    nextAttemptAt: row.state === 'waiting' ? row.next_attempt_at : null,
    holder:
      row.state === 'running' && row.lease_owner !== null && row.lease_until !== null
        ? { processId: row.lease_owner, until: row.lease_until }
        : null,
    code: row.last_code,
    message: row.last_error,
    requestedBy: row.requested_by,
    reportId: row.report_id,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    actions: mayAct ? actionsOf(row, registry) : [],
  };
}

function actionsOf({ state, name }: EffectRow, registry: Registry): EffectView['actions'] {
  if (state === 'gave_up') return ['retry'];
  if (state === 'requested' || state === 'waiting') return ['cancel'];
  return state === 'running' && !isUnstoppable(registry, name) ? ['cancel'] : [];
}

/** It may never run twice, so stopping it half-way would leave nobody knowing whether it was done. */
const isUnstoppable = (registry: Registry, name: string): boolean =>
  registry.allEffects().some(({ definition }) => definition.name === name && definition.retry === 'never');
