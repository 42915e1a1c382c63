import { SessionClosed, type TaskPerson } from '../contracts/index.js';
import { tryAgain } from './messages.js';
import type { Moment } from './moment.js';
import { SessionNotFailed } from './rejections.js';
import type { Session } from './session.entity.js';
import { stopTurn } from './turns.js';
import type { WholeTask } from './whole-task.js';

/** Ends a session for good: its turn is stopped, what is queued is cancelled. */
export function closeSession(whole: WholeTask, session: Session, by: TaskPerson, moment: Moment): void {
  const { sessionId } = session;
  for (const message of whole.messages) {
    if (message.sessionId !== sessionId || !message.isWaiting()) continue;
    message.cancel();
    whole.touch(message);
  }
  const turn = whole.turnOf(sessionId);
  if (turn) stopTurn(whole, turn, by);
  if (session.startEffectId !== null) whole.intents.push({ kind: 'cancel', effectId: session.startEffectId });
  session.close(moment.now);
  whole.touch(session);
  whole.tell((told) => new SessionClosed({ ...told, sessionId }));
}

/** Starts the agent again, at once if something waits for it. */
export function retrySession(whole: WholeTask, session: Session, moment: Moment): void {
  if (session.state !== 'error') throw new SessionNotFailed();
  tryAgain(whole, session, moment);
}

/** What is queued may go on. */
export function releaseQueue(whole: WholeTask, session: Session): void {
  if (!session.queueHeld) return;
  session.queueHeld = false;
  whole.touch(session);
}

/** A report of another start than the present one: false. */
export const isPresentStart = (session: Session, connectionNo: number): boolean =>
  session.state === 'starting' && session.connectionNo === connectionNo;
