import { z } from 'zod';
import { Actor, type HistoryItem, Outcome } from '../contracts/index.js';
import { stepState } from './chain-reader.js';
import { StoredTime } from './stored.js';

/** A message of an entity with what became of it, as the statements of this folder name the columns. */
export const HistoryRow = z.object({
  seq: z.string(),
  id: z.string(),
  kind: z.enum(['command', 'event', 'effect']),
  name: z.string(),
  actor: Actor,
  payload: z.record(z.string(), z.unknown()),
  correlation_id: z.string(),
  causation_id: z.string().nullable(),
  accepted_at: StoredTime,
  published_at: StoredTime.nullable(),
  settled_at: StoredTime.nullable(),
  started_at: StoredTime.nullable(),
  ended_at: StoredTime.nullable(),
  attempts: z.number(),
  outcome: Outcome.nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  effect_state: z.string().nullable(),
});
export type HistoryRow = z.infer<typeof HistoryRow>;

export function historyItem(row: HistoryRow, withPayload: boolean): HistoryItem {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    actor: row.actor,
    state: stepState(row),
    outcome: row.outcome,
    code: row.code,
    message: row.message,
    attempt: row.attempts,
    acceptedAt: row.accepted_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    waitedMs: msBetween(row.accepted_at, row.started_at),
    workedMs: msBetween(row.started_at, row.ended_at),
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    payload: withPayload ? row.payload : null,
  };
}

const msBetween = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : Math.max(0, Date.parse(to) - Date.parse(from));
