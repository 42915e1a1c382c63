import type { WaitingFor } from '../contracts/index.js';
import { readyMachine } from './machine.js';
import type { Message } from './message.entity.js';
import type { Session } from './session.entity.js';
import type { WholeTask } from './whole-task.js';

/** Turns that one instance runs at once. */
export const MAX_RUNNING_TURNS = 100;

/** The lease of a credential was refused because its person has to sign in again. */
export const REAUTHORIZE = 'user.reauthorize';

/** What the first queued message of a session waits for; null: nothing, so its turn begins. */
export function missingFor(whole: WholeTask, session: Session, message: Message): WaitingFor | null {
  if (whole.turnOf(session.sessionId) || isSecond(whole, message)) return 'turn';
  if (session.queueHeld) return 'held';
  if (whole.task.needsTrust) return 'trust';
  if (isOverBudget(whole, message.authorId)) return 'budget';
  if (isOfAnother(whole, message)) return 'owner_busy';
  const machine = readyMachine(whole.task);
  if (!machine) return 'sandbox';
  if (!message.withoutCredential) {
    const isHere = message.need === 'ready' && message.needGeneration === machine.generation;
    if (!isHere) return message.need === 'refused' && message.code === REAUTHORIZE ? 'github_link' : 'identity';
  }
  if (session.state !== 'ready' || session.generation !== machine.generation) return 'session';
  return whole.around.runningTurns >= MAX_RUNNING_TURNS ? 'capacity' : null;
}

const isSecond = ({ messages }: WholeTask, { sessionId, position }: Message): boolean =>
  messages.some(
    (other) =>
      other.sessionId === sessionId &&
      (other.state === 'delivering' || (other.state === 'queued' && other.position < position)),
  );

function isOverBudget({ around: { limits, spent } }: WholeTask, userId: string): boolean {
  const { perTask, perUserMonth, perOrganizationMonth } = limits.budgets;
  const isUsedUp = (limit: number | null, cents: number) => limit !== null && cents >= limit;
  return (
    isUsedUp(perTask, spent.task) ||
    isUsedUp(perUserMonth, spent.byUser[userId] ?? 0) ||
    isUsedUp(perOrganizationMonth, spent.organization)
  );
}

/**
 * Another person's turn, operation, or credential on its way: two people's authority is never mixed. Nor is anything
 * begun while an operation changes files.
 */
function isOfAnother(whole: WholeTask, { authorId, messageId }: Message): boolean {
  const operation = whole.operation();
  return (
    whole.openTurns().some((turn) => turn.authorId !== authorId) ||
    (operation !== null && (operation.requestedBy !== authorId || operation.needsQuiet())) ||
    whole.messages.some(
      (other) =>
        other.messageId !== messageId &&
        other.authorId !== authorId &&
        other.state === 'queued' &&
        other.waitingFor !== 'held' &&
        (other.need === 'asked' || other.need === 'ready'),
    )
  );
}
