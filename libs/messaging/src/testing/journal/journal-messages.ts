import { z } from 'zod';
import { command, effect, EntityId, event, Uuid } from '../../contracts/index.js';

const progress = { none: 'progress' as const };
const inJournal = z.object({ journalId: EntityId });

/**
 * Writes one line into a journal, with stamps at its start and its end. `slowMs`: how long the handler works, in the
 * process `slowIn` only, if given. A slow run is also written down where a rollback does not undo it.
 */
export class AppendEntry extends command({
  name: 'journal.append',
  entity: 'journalId',
  payload: inJournal.extend({ n: z.int(), slowMs: z.int().default(0), slowIn: z.int().optional() }),
  result: z.object({ position: z.int() }),
  audit: progress,
}) {}

/** Writes a line, then refuses: the line must be gone. */
export class RefuseEntry extends command({
  name: 'journal.refuse',
  entity: 'journalId',
  payload: inJournal.extend({ n: z.int() }),
  audit: progress,
}) {}

/** Our bug, after a line was written. */
export class BreakDown extends command({
  name: 'journal.breakDown',
  entity: 'journalId',
  payload: inJournal,
  audit: progress,
}) {}

/** Ends the process each time it is handled. */
export class Die extends command({ name: 'journal.die', entity: 'journalId', payload: inJournal, audit: progress }) {}

/** The database says "serialisation failure" whenever it is handled. */
export class MeetTrouble extends command({
  name: 'journal.meetTrouble',
  entity: 'journalId',
  payload: inJournal,
  audit: progress,
}) {}

/** Known to the new release only (`JOURNAL_RELEASE=new`). */
export class Novelty extends command({
  name: 'journal.novelty',
  entity: 'journalId',
  payload: inJournal,
  audit: progress,
}) {}

const call = inJournal.extend({ callId: Uuid });
/** How the outside answers. */
export const Outside = z.enum(['succeed', 'unavailable', 'hang', 'refuse', 'bug']);

/** Asks for one call of the outside. `once`: it must never happen twice. */
export class AskOutside extends command({
  name: 'journal.askOutside',
  entity: 'journalId',
  payload: call.extend({ outside: Outside, once: z.boolean().default(false) }),
  result: z.object({ effectId: Uuid }),
  audit: progress,
}) {}

/** Goes on until nothing is left, one effect for each step; `steps`: they are declared as steps of one work. */
export class Walk extends command({
  name: 'journal.walk',
  entity: 'journalId',
  payload: inJournal.extend({ left: z.int().min(0), steps: z.boolean() }),
  audit: progress,
}) {}

/** Asks for a stream that writes a line every moment until it is told to stop. */
export class AskStream extends command({
  name: 'journal.askStream',
  entity: 'journalId',
  payload: call,
  result: z.object({ effectId: Uuid }),
  audit: progress,
}) {}

export class StopStream extends command({
  name: 'journal.stopStream',
  entity: 'journalId',
  payload: inJournal.extend({ effectId: Uuid }),
  audit: progress,
}) {}

/** The one report of a call or stream. */
export class RecordCall extends command({
  name: 'journal.recordCall',
  entity: 'journalId',
  payload: call.extend({ outcome: z.enum(['done', 'gave_up']), code: z.string().nullable(), attempts: z.int() }),
  audit: progress,
}) {}

/** Each is answered by the other, for ever. */
export class Ping extends command({ name: 'journal.ping', entity: 'journalId', payload: inJournal, audit: progress }) {}
export class Pong extends command({ name: 'journal.pong', entity: 'journalId', payload: inJournal, audit: progress }) {}
export class Pinged extends event({ name: 'journal.pinged', entity: 'journalId', payload: inJournal }) {}
export class Ponged extends event({ name: 'journal.ponged', entity: 'journalId', payload: inJournal }) {}

export class EntryAppended extends event({
  name: 'journal.appended',
  entity: 'journalId',
  payload: inJournal.extend({ n: z.int(), position: z.int() }),
}) {}

export class CallOutside extends effect({
  name: 'journal.callOutside',
  entity: 'journalId',
  payload: call.extend({ outside: Outside }),
  timeoutMs: 1_000,
}) {}

export class CallOutsideOnce extends effect({
  name: 'journal.callOutsideOnce',
  entity: 'journalId',
  payload: call.extend({ outside: Outside }),
  retry: 'never',
}) {}

const walk = inJournal.extend({ left: z.int(), steps: z.boolean() });
export class Step extends effect({ name: 'journal.step', entity: 'journalId', payload: walk, step: true }) {}
export class Leap extends effect({ name: 'journal.leap', entity: 'journalId', payload: walk }) {}

export class StreamLines extends effect({
  name: 'journal.streamLines',
  entity: 'journalId',
  payload: call,
  long: true,
  deadlineMs: 10 * 60_000,
}) {}
