import { z } from 'zod';
import { actorKey, DeadLetterState, Envelope } from '../contracts/index.js';
import type { Tx } from '../handling/tx.js';
import { NotFound } from '../rejections/rejection.js';
import { DeadLetterResolved } from './rejections.js';

const LetterRow = z.object({
  id: z.string(),
  source: z.enum(['command', 'effect', 'reaction', 'broker']),
  module: z.string(),
  organization_id: z.string().nullable(),
  envelope: z.unknown(),
  attempts: z.number(),
  state: DeadLetterState,
});
export type LetterRow = z.infer<typeof LetterRow>;

/** What a letter of source `effect` names; a wake-up buried by the broker has no more either. */
export const BuriedEffect = z.object({ id: z.uuid(), name: z.string() });

/** What a letter of source `reaction` keeps: the event as its reaction saw it, and the command that told it. */
export const BuriedReaction = z.object({
  event: z.string(),
  /** Version of the event's payload; absent: the newest. */
  v: z.number().int().optional(),
  eventId: z.string(),
  reaction: z.string(),
  payload: z.record(z.string(), z.unknown()),
  cause: Envelope,
});
export type BuriedReaction = z.infer<typeof BuriedReaction>;

/** The letter's row, held until the end of the transaction. Rejects unless it is open. */
export async function lockLetter(tx: Tx, deadLetterId: string): Promise<LetterRow> {
  const rows = await tx.sql`
    select id, source, module, organization_id, envelope, attempts, state from messaging.dead_letter
    where id = ${deadLetterId} for update`;
  const [letter] = LetterRow.array().parse(rows);
  if (!letter) throw new NotFound('This dead letter');
  if (letter.state !== 'open') throw new DeadLetterResolved(letter.state);
  return letter;
}

export async function resolveLetter(
  tx: Tx,
  letter: LetterRow,
  end: { state: 'retried'; retriedAs: string } | { state: 'discarded'; reason: string },
): Promise<void> {
  await tx.sql`
    update messaging.dead_letter
    set state = ${end.state}, resolved_by = ${actorKey(tx.actor)}, resolved_at = clock_timestamp(),
      retried_as = ${end.state === 'retried' ? end.retriedAs : null},
      reason = ${end.state === 'discarded' ? end.reason : null}
    where id = ${letter.id}`;
}

/** The entry belongs to the organization that the letter is about, else to the instance. */
export function auditLetter(tx: Tx, letter: LetterRow, details: Record<string, unknown> = {}): void {
  tx.audit({
    subject: { type: 'deadLetter', id: letter.id },
    streamId: letter.organization_id ?? '0',
    details: { module: letter.module, ...details },
  });
}
