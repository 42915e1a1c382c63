import { HoldSandbox, InstallOwnerCredential } from '@foundry/sandbox/contracts';
import { TurnStarted, type WaitingFor } from '../contracts/index.js';
import { advanceGitOperation } from './advance-operation.js';
import { askMachine } from './ask-machine.js';
import { advanceOperation } from './close-task.js';
import { readyMachine } from './machine.js';
import type { Message } from './message.entity.js';
import { missingFor } from './missing.js';
import { later, type Moment } from './moment.js';
import { changeOwner } from './owner.js';
import { readChanges } from './read-changes.js';
import type { Session } from './session.entity.js';
import { turnNews } from './turn-news.js';
import { Turn } from './turn.entity.js';
import type { WholeTask } from './whole-task.js';

/** A machine is kept alive so long for a turn; its effect renews it. */
const HOLD_MS = 15 * 60_000;

/**
 * Looks at everything that waits, after every command and report: what can go on does, what is missing is asked for,
 * and the first that is missing is written on the message. Looking again with nothing new changes nothing.
 */
export function advance(whole: WholeTask, moment: Moment): void {
  advanceOperation(whole, moment);
  for (const operation of whole.openOperations()) {
    if (!operation.closing()) advanceGitOperation(whole, operation, moment);
  }
  if (whole.task.lifecycle !== 'open') return;
  followPendingOwner(whole, moment);
  if (whole.task.sandboxWanted) prepareMachine(whole, moment);
  readChanges(whole, moment);
  const heads = headsOf(whole);
  for (const [session, first] of heads) {
    const missing = missingFor(whole, session, first);
    wait(whole, first, missing);
    if (missing === null) startTurn(whole, session, first, moment);
    else askFor(whole, missing, session, first, moment);
  }
  for (const message of whole.messages) {
    const isHead = heads.some(([, first]) => first === message);
    if (message.state === 'queued' && !isHead) wait(whole, message, 'turn');
  }
}

/** The first queued message of each open session, oldest first. */
function headsOf(whole: WholeTask): [Session, Message][] {
  return whole.sessions
    .filter(({ state }) => state !== 'closed')
    .flatMap((session): [Session, Message][] => {
      const [first] = whole.queueOf(session.sessionId);
      return first ? [[session, first]] : [];
    })
    .sort(([, a], [, b]) => a.createdAt.getTime() - b.createdAt.getTime());
}

function wait(whole: WholeTask, message: Message, waitingFor: WaitingFor | null): void {
  if (message.waitingFor === waitingFor) return;
  message.waitingFor = waitingFor;
  whole.touch(message);
}

function askFor(whole: WholeTask, what: WaitingFor, session: Session, message: Message, moment: Moment): void {
  if (what === 'sandbox') askMachine(whole, moment);
  else if (what === 'identity') askCredential(whole, message);
  else if (what === 'session') askAgent(whole, session);
}

function askCredential(whole: WholeTask, message: Message): void {
  const machine = readyMachine(whole.task);
  if (!machine) return;
  const isAsked = message.need !== 'none' && message.needGeneration === machine.generation;
  if (isAsked) return;
  message.askForNeed(machine.generation);
  const { organizationId } = whole.task;
  const { authorId: userId, needId } = message;
  const { sandboxId } = machine;
  const command = new InstallOwnerCredential({ organizationId, sandboxId, userId, needId, kind: 'turn' });
  whole.intents.push({ kind: 'send', command });
  if (whole.owner.userId === userId) {
    whole.owner.credentialIs('preparing', null, null);
    whole.touch(whole.owner);
  }
  whole.touch(message);
}

/** A session whose start failed waits for *Retry* or the next message; one that starts, for the report. */
function askAgent(whole: WholeTask, session: Session): void {
  const machine = readyMachine(whole.task);
  if (!machine) return;
  const isStartingHere = session.state === 'starting' && session.generation === machine.generation;
  if (isStartingHere || session.state === 'error') return;
  if (session.startEffectId !== null) whole.intents.push({ kind: 'cancel', effectId: session.startEffectId });
  session.start(machine.generation);
  whole.intents.push({ kind: 'start', session });
  whole.touch(session);
}

function startTurn(whole: WholeTask, session: Session, message: Message, moment: Moment): void {
  const machine = readyMachine(whole.task);
  if (!machine) return;
  const { sandboxId, generation } = machine;
  const turnId = moment.id(`turn ${message.messageId} ${String(message.attempt)}`);
  const limitMinutes = whole.around.limits.turnLimitMinutes;
  const turn = Turn.begin(turnId, message, { sandboxId, generation, limitMinutes }, moment.now);
  message.deliver(turnId);
  session.used = true;
  whole.turns.push(turn);
  whole.around.runningTurns += 1;
  if (message.withoutCredential) {
    changeOwner(whole, message.author, 'message', message.author, moment, message.sessionId);
    whole.owner.credentialIs('refused', null, 'owner.no_credential');
    whole.touch(whole.owner);
  }
  const until = later(moment, HOLD_MS).toISOString();
  const { organizationId } = whole.task;
  const hold = new HoldSandbox({ organizationId, sandboxId, holdId: turnId, kind: 'turn', until });
  whole.intents.push({ kind: 'run', turn }, { kind: 'send', command: hold });
  whole.tell((told) => new TurnStarted({ ...told, ...turnNews(whole, turn) }));
  whole.touch(turn, message, session);
}

/** Who was chosen by hand follows when nobody else's work runs. */
function followPendingOwner(whole: WholeTask, moment: Moment): void {
  const { pending } = whole.owner;
  if (pending === null || whole.openTurns().some(({ authorId }) => authorId !== pending.userId)) return;
  const operation = whole.operation();
  if (operation !== null && operation.requestedBy !== pending.userId) return;
  changeOwner(whole, pending, 'manual', null, moment);
}

/** Somebody wants the machine itself. Once it is there, or failed, the wish is answered. */
function prepareMachine(whole: WholeTask, moment: Moment): void {
  const { task } = whole;
  if (readyMachine(task) || task.failure !== null) {
    task.sandboxWanted = false;
    whole.touch(task);
  } else if (!task.needsTrust) askMachine(whole, moment);
}
