import { CloseAgent, SessionClosed, type TaskPerson } from '../contracts/index.js';
import { readyMachine } from './machine.js';
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
  closeAgent(whole, session);
  session.close(moment.now);
  whole.touch(session);
  whole.tell((told) => new SessionClosed({ ...told, sessionId }));
}

/** Its agent is ended when its turn is over; one on a machine that is gone is gone with it. */
function closeAgent(whole: WholeTask, { sessionId, connectionNo, generation, state }: Session): void {
  const machine = readyMachine(whole.task);
  if (!machine || machine.generation !== generation || connectionNo === 0 || state === 'pending') return;
  const on = { sandboxId: machine.sandboxId, generation };
  whole.intents.push({ kind: 'perform', effect: new CloseAgent({ ...whole.named, ...on, sessionId, connectionNo }) });
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
