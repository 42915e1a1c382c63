import { ReleaseCredential, ReleaseHold, SaveSandbox } from '@foundry/sandbox/contracts';
import {
  PermissionChanged,
  type RecordTurnEnded,
  type TaskPerson,
  TurnFailed,
  TurnFinished,
} from '../contracts/index.js';
import { readyMachine } from './machine.js';
import type { Message } from './message.entity.js';
import type { Moment } from './moment.js';
import { StepEnded, TurnNotRunning } from './rejections.js';
import { turnNews } from './turn-news.js';
import type { Turn } from './turn.entity.js';
import type { WholeTask } from './whole-task.js';

const NO_ANSWER = 'The turn ended without an answer.';

type TurnReport = RecordTurnEnded['payload'];

/** A prompt that surely did not arrive is sent so often. */
const MAX_ATTEMPTS = 3;

/** The turn that runs in a session, or exactly the one that is named. Rejects with `turn.not_running`. */
export function runningTurn(whole: WholeTask, sessionId: string, turnId: string | undefined): Turn {
  const turn = whole.turnOf(sessionId);
  const isAnother = turnId !== undefined && turn?.turnId !== turnId;
  if (!turn || isAnother || turn.state === 'stopping') throw new TurnNotRunning();
  return turn;
}

/** Tells whoever runs the turn to stop it. What is queued behind it is held when a person did it. */
export function stopTurn(whole: WholeTask, turn: Turn, by: TaskPerson | null): void {
  if (turn.state === 'stopping') return;
  turn.stop(by);
  if (turn.effectId !== null) whole.intents.push({ kind: 'signal', effectId: turn.effectId, type: 'stop' });
  const session = whole.sessions.find(({ sessionId }) => sessionId === turn.sessionId);
  if (session && by !== null && whole.queueOf(session.sessionId).length > 0) session.queueHeld = true;
  whole.touch(turn, ...(session ? [session] : []));
}

/** Rejects with `step.ended` for a turn that is over. */
export function openTurn(whole: WholeTask, turnId: string): Turn {
  const turn = whole.openTurns().find((one) => one.turnId === turnId);
  if (!turn) throw new StepEnded();
  return turn;
}

/** The agent has the prompt. */
export function delivered(whole: WholeTask, turn: Turn, at: Date): void {
  const message = whole.message(turn.messageId);
  if (message.state === 'delivering') message.delivered(at);
  if (turn.state === 'starting') turn.state = 'running';
  whole.touch(turn, message);
}

/** A turn is over, once. What it held is given back, its requests are withdrawn, and the next message may go on. */
export function turnEnded(whole: WholeTask, turn: Turn, report: TurnReport, moment: Moment): void {
  const message = whole.message(turn.messageId);
  giveBack(whole, turn, message, moment);
  const { outcome, stopReason, code, reason, tokens, costCents } = report;
  turn.end({ outcome, stopReason, code, reason, tokens, costCents }, moment.now);
  for (const permission of whole.openPermissions().filter(({ turnId }) => turnId === turn.turnId)) {
    permission.state = 'withdrawn';
    whole.touch(permission);
    amendRequest(whole, permission);
    tellPermission(whole, turn, permission);
  }
  const session = whole.sessions.find(({ sessionId }) => sessionId === turn.sessionId);
  if (session && (report.exited || outcome === 'interrupted') && session.state === 'ready') session.mayStartAgain();
  whole.touch(turn, message);
  const isAgain = settleMessage(message, report, moment);
  if (isAgain) return;
  tellEnd(whole, turn, report, moment);
  writeEnd(whole, turn, report, moment);
}

type Failure = 'failed' | 'interrupted' | 'timed_out';
const isFailure = (outcome: TurnReport['outcome']): outcome is Failure =>
  outcome === 'failed' || outcome === 'interrupted' || outcome === 'timed_out';

/** What the transcript says of the end. */
function writeEnd(whole: WholeTask, turn: Turn, report: TurnReport, { now }: Moment): void {
  const { sessionId, turnId, startedAt, stoppedBy } = turn;
  const { outcome, code, reason, tokens, costCents, stopReason } = report;
  if (isFailure(outcome)) {
    const data = { code: code ?? `turn.${outcome}`, detail: null };
    whole.intents.push({ kind: 'item', sessionId, item: { kind: 'error', text: reason ?? NO_ANSWER, turnId, data } });
  }
  const ms = now.getTime() - startedAt.getTime();
  const data = { outcome, stopReason, ms, code, reason, by: stoppedBy, tokens, costCents, head: null };
  whole.intents.push({ kind: 'item', sessionId, item: { kind: 'turn', text: '', turnId, data } });
}

/** True: the prompt never arrived and is sent again, so nothing of it is news. */
function settleMessage(
  message: Message,
  { outcome, code, reason, delivered: isDelivered }: TurnReport,
  moment: Moment,
): boolean {
  if (message.state !== 'delivering') return false;
  if (isDelivered) message.delivered(moment.now);
  else if (outcome === 'stopped') message.cancel();
  else if (message.attempt < MAX_ATTEMPTS) {
    message.queueAgain(message.withoutCredential);
    return true;
  } else message.fail(code ?? 'message.not_delivered', reason ?? 'The agent did not get it.');
  return false;
}

function tellEnd(whole: WholeTask, turn: Turn, { outcome, code, reason }: TurnReport, moment: Moment): void {
  const { task } = whole;
  task.lastActivityAt = moment.now;
  const by = turn.stoppedBy;
  if (isFailure(outcome)) {
    const word = code ?? `turn.${outcome}`;
    task.fail(word, reason ?? NO_ANSWER, moment.now);
    whole.tell((told) => new TurnFailed({ ...told, ...turnNews(whole, turn), outcome, code: word, by }));
  } else {
    task.failure = null;
    whole.tell((told) => new TurnFinished({ ...told, ...turnNews(whole, turn), outcome, by }));
  }
  whole.touch(task);
}

/** The machine need not be kept for it any more, nor the credential; and its work is saved. */
function giveBack(whole: WholeTask, turn: Turn, message: Message, moment: Moment): void {
  const { organizationId } = whole.task;
  const machine = { organizationId, sandboxId: turn.sandboxId };
  const checkpointId = moment.id(`checkpoint ${turn.turnId}`);
  if (readyMachine(whole.task)?.sandboxId === turn.sandboxId) {
    const save = new SaveSandbox({ ...machine, checkpointId, reason: 'turn', store: true });
    whole.intents.push({ kind: 'send', command: save });
  }
  if (!message.withoutCredential) {
    whole.intents.push({ kind: 'send', command: new ReleaseCredential({ ...machine, needId: message.needId }) });
  }
  whole.intents.push({ kind: 'send', command: new ReleaseHold({ ...machine, holdId: turn.turnId }) });
}

type Permission = WholeTask['permissions'][number];

/** What became of a request, as its entry in the transcript says it. */
export const outcomeOf = ({ state, answer, answerText, answeredBy, byPolicy }: Permission) => ({
  ...{ state, answer, answerText, answeredBy, byPolicy },
});

/** The entry of a request says what became of it. */
export function amendRequest(whole: WholeTask, permission: Permission): void {
  const { sessionId, turnId, permissionId } = permission;
  whole.intents.push({ kind: 'amend', sessionId, turnId, permissionId, data: outcomeOf(permission) });
}

/** A request of an agent, to whoever looks. */
export function tellPermission(whole: WholeTask, turn: Turn, permission: Permission): void {
  const { permissionId } = permission;
  whole.tell((told) => {
    const { state, answeredBy } = permission;
    return new PermissionChanged({
      ...told,
      ...turnNews(whole, turn),
      ...{ permissionId, state, answeredBy },
      permission: permission.view(),
    });
  });
}
