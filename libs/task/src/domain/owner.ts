import { OwnerChanged, type OwnerReason, type TaskPerson } from '../contracts/index.js';
import type { Moment } from './moment.js';
import type { WholeTask } from './whole-task.js';

/**
 * Makes somebody the owner, with the event, the entry of the transcript and the audit entry of the same transaction.
 * `by`: who caused it; null: nobody. The entry goes to the session that it came with, else to every open one.
 */
export function changeOwner(
  whole: WholeTask,
  person: TaskPerson | null,
  reason: OwnerReason,
  by: TaskPerson | null,
  moment: Moment,
  sessionId?: string,
): boolean {
  const { owner, task } = whole;
  const previous = owner.person;
  const hadPending = owner.pending !== null;
  const isNew = owner.become(person, reason, moment.now);
  if (isNew || hadPending) whole.touch(owner);
  if (!isNew) return false;
  whole.tell((told) => new OwnerChanged({ ...told, owner: person, previous, reason, by }));
  const data = { from: previous, to: person, reason };
  for (const session of whole.sessions) {
    if (session.state === 'closed' || (sessionId !== undefined && session.sessionId !== sessionId)) continue;
    whole.intents.push({ kind: 'item', sessionId: session.sessionId, item: { kind: 'owner_change', text: '', data } });
  }
  const details = { from: previous?.userId ?? null, to: person?.userId ?? null, cause: reason };
  const subject = { type: 'task', id: task.taskId };
  const kind = reason === 'cleared' ? 'task.owner_cleared' : 'task.owner_changed';
  whole.intents.push({ kind: 'audit', entry: { kind, subject, taskId: task.taskId, details } });
  return true;
}

/** Chosen by hand: at once, or when the work of somebody else that runs now ends. */
export function chooseOwner(whole: WholeTask, person: TaskPerson, by: TaskPerson, moment: Moment): void {
  const isBusy = whole.openTurns().some(({ authorId }) => authorId !== person.userId) || whole.operation() !== null;
  if (!isBusy) {
    changeOwner(whole, person, 'manual', by, moment);
    return;
  }
  if (whole.owner.pending?.userId === person.userId) return;
  whole.owner.pending = person;
  whole.touch(whole.owner);
}
