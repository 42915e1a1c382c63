import { z } from 'zod';
import { EntityId, text, Uuid } from './ids.js';
import { command, effect } from './message.js';

const letterOf = ({ deadLetterId }: { deadLetterId: string }) => ({
  subject: { type: 'deadLetter', id: deadLetterId },
});
const commandOf = ({ commandId }: { commandId: string }) => ({ subject: { type: 'command', id: commandId } });
const effectOf = ({ effectId }: { effectId: string }) => ({ subject: { type: 'effect', id: effectId } });

export const DeadLetterState = z
  .enum(['open', 'retried', 'discarded'])
  .meta({ id: 'DeadLetterState', description: 'Whether somebody resolved it.', examples: ['open'] });
export type DeadLetterState = z.infer<typeof DeadLetterState>;

export const EffectState = z
  .enum(['requested', 'running', 'waiting', 'succeeded', 'gave_up', 'cancelled'])
  .meta({ id: 'EffectState', description: 'How far an effect is.', examples: ['waiting'] });
export type EffectState = z.infer<typeof EffectState>;

export const ResolvedDeadLetter = z
  .strictObject({
    deadLetterId: Uuid.meta({ description: 'The dead letter.' }),
    state: DeadLetterState,
    retriedAs: Uuid.nullable().meta({ description: 'What runs in its place: the new command, or the effect itself.' }),
  })
  .meta({
    id: 'ResolvedDeadLetter',
    description: 'A dead letter after somebody dealt with it. Still `open`: what was tried failed again.',
    examples: [
      {
        deadLetterId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
        state: 'retried',
        retriedAs: '6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52',
      },
    ],
  });
export type ResolvedDeadLetter = z.infer<typeof ResolvedDeadLetter>;

export const CancelledCommand = z
  .strictObject({ commandId: Uuid.meta({ description: 'The command.' }), outcome: z.literal('cancelled') })
  .meta({
    id: 'CancelledCommand',
    description: 'A command that will not be handled.',
    examples: [{ commandId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11', outcome: 'cancelled' }],
  });
export type CancelledCommand = z.infer<typeof CancelledCommand>;

export const ChangedEffect = z
  .strictObject({ effectId: Uuid.meta({ description: 'The effect.' }), state: EffectState })
  .meta({
    id: 'ChangedEffect',
    description: 'An effect after a person pressed retry or cancel. `running`: it was told, and ends by itself.',
    examples: [{ effectId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11', state: 'requested' }],
  });
export type ChangedEffect = z.infer<typeof ChangedEffect>;

/**
 * What could not be handled is tried again: a command as a new envelope of the same sender, an effect with renewed
 * attempts, a reaction once more on its event. Rejects with `dead_letter.resolved` and `resource.not_found`.
 */
export class RetryDeadLetter extends command({
  name: 'messaging.retryDeadLetter',
  entity: 'deadLetterId',
  payload: z.object({ deadLetterId: Uuid }),
  result: ResolvedDeadLetter,
  audit: { kind: 'deadLetter.retried', entry: letterOf, each: true },
}) {}

/** Nothing more will be done about it. Rejects with `dead_letter.resolved` and `resource.not_found`. */
export class DiscardDeadLetter extends command({
  name: 'messaging.discardDeadLetter',
  entity: 'deadLetterId',
  payload: z.object({ deadLetterId: Uuid, reason: text(500).min(1) }),
  result: ResolvedDeadLetter,
  audit: { kind: 'deadLetter.discarded', entry: letterOf, each: true },
}) {}

/**
 * A command that no worker has begun is settled as `cancelled`; its delivery finds that and stops.
 * Rejects with `command.started`, `command.settled` and `resource.not_found`.
 */
export class CancelCommand extends command({
  name: 'messaging.cancelCommand',
  entity: 'commandId',
  payload: z.object({ commandId: Uuid }),
  result: CancelledCommand,
  audit: { kind: 'command.cancelled', entry: commandOf, each: true },
}) {}

/**
 * An effect that gave up is asked for again with renewed attempts and deadline, if its module still wants it.
 * Rejects with `effect.not_given_up`, `effect.superseded` and `resource.not_found`.
 */
export class RetryEffect extends command({
  name: 'messaging.retryEffect',
  entity: 'effectId',
  payload: z.object({ effectId: Uuid }),
  result: ChangedEffect,
  audit: { kind: 'effect.retried', entry: effectOf, each: true },
}) {}

/**
 * An effect that has not begun ends here and its entity is told; a running one gets the signal `cancel` and reports by
 * itself. Rejects with `effect.settled`, `effect.not_cancellable` and `resource.not_found`.
 */
export class CancelEffect extends command({
  name: 'messaging.cancelEffect',
  entity: 'effectId',
  payload: z.object({ effectId: Uuid }),
  result: ChangedEffect,
  audit: { kind: 'effect.cancelled', entry: effectOf, each: true },
}) {}

/** `history`: everything whose time is over. `deltas`: only what realtime topics kept for gap repair. */
export const PruningScope = z.enum(['history', 'deltas']);
export type PruningScope = z.infer<typeof PruningScope>;

const pruningId = z.literal('pruning').default('pruning');

/** Asks for the removal of what the history need not keep any more. Sent by schedules. */
export class PruneHistory extends command({
  name: 'messaging.pruneHistory',
  entity: 'pruningId',
  payload: z.object({ pruningId, scope: PruningScope }),
  audit: { none: 'progress' },
}) {}

/** Removes old rows, 1,000 in a statement, for a minute at most; what is left is the next run's. */
export class Prune extends effect({
  name: 'messaging.prune',
  entity: 'pruningId',
  payload: z.object({ pruningId, scope: PruningScope }),
  timeoutMs: 90_000,
  deadlineMs: 10 * 60_000,
  retry: 'safe',
  exclusive: ({ scope }) => `messaging:prune:${scope}`,
}) {}

/** How many rows one pruning removed from each table, or why it surrendered. */
export class RecordPruning extends command({
  name: 'messaging.recordPruning',
  entity: 'pruningId',
  payload: z.object({
    pruningId,
    scope: PruningScope,
    removed: z.record(z.string(), z.int().min(0)),
    /** Time was up before everything was looked at. */
    unfinished: z.boolean(),
    failure: z.string().max(500).nullable(),
  }),
  result: z.object({ removed: z.record(z.string(), z.int()), unfinished: z.boolean(), failure: z.string().nullable() }),
  audit: { none: 'progress' },
}) {}

/** An entity as paths name it. */
export const EntityRef = z.strictObject({
  module: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .meta({ description: 'Name of the module that owns it.', examples: ['organization'] }),
  entityId: EntityId.meta({ description: 'Its id.', examples: ['9919'] }),
});
export type EntityRef = z.infer<typeof EntityRef>;
