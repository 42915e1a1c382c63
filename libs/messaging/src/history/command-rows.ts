import { z } from 'zod';
import { Actor, type CommandState, type NextStep, Outcome } from '../contracts/index.js';
import { StoredTime } from './stored.js';

/** How far a command is, from its times. */
export function stateOf(row: {
  settled_at: string | null;
  attempts: number;
  published_at: string | null;
}): CommandState {
  if (row.settled_at !== null) return 'settled';
  if (row.attempts > 0) return 'started';
  return row.published_at === null ? 'accepted' : 'published';
}

/** Longest that one transaction of a handler may take. */
const HANDLER_MS = 10_000;

/** What an unsettled command waits for, and until when at most. */
export function nextStepOf(row: {
  settled_at: string | null;
  attempts: number;
  published_at: string | null;
  started_at: string | null;
  deadline: string | null;
  elder: string | null;
}): NextStep | null {
  const state = stateOf(row);
  if (state === 'settled') return null;
  if (row.elder !== null) return { waitsFor: 'elder', commandId: row.elder, until: row.deadline };
  if (state === 'started') return { waitsFor: 'handler', commandId: null, until: afterHandling(row.started_at) };
  return { waitsFor: state === 'accepted' ? 'relay' : 'worker', commandId: null, until: row.deadline };
}

const afterHandling = (startedAt: string | null): string | null =>
  startedAt === null ? null : new Date(Date.parse(startedAt) + HANDLER_MS).toISOString();

/** Columns of a command with its outcome, as the statements of this folder name them. */
export const CommandRow = z.object({
  id: z.string(),
  name: z.string(),
  module: z.string(),
  entity_id: z.string(),
  organization_id: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
  actor: Actor,
  correlation_id: z.string(),
  causation_id: z.string().nullable(),
  retry_of: z.string().nullable(),
  accepted_at: StoredTime,
  published_at: StoredTime.nullable(),
  started_at: StoredTime.nullable(),
  settled_at: StoredTime.nullable(),
  deadline: StoredTime.nullable(),
  attempts: z.number(),
  outcome: Outcome.nullable(),
  code: z.string().nullable(),
  rejection_kind: z.enum(['invalid', 'forbidden', 'missing', 'conflict', 'limited']).nullable(),
  message: z.string().nullable(),
  result: z.unknown(),
  elder: z.string().nullable(),
});
export type CommandRow = z.infer<typeof CommandRow>;
