import { RetrySandbox } from '@foundry/sandbox/contracts';
import { MessageAccepted, type TaskPerson } from '../contracts/index.js';
import { type Attachments, Message } from './message.entity.js';
import type { Moment } from './moment.js';
import { MessageEmpty, MessageLimit, MessageNotQueued, MessageNotRetryable, SessionLimit } from './rejections.js';
import { Session } from './session.entity.js';
import type { Turn } from './turn.entity.js';
import type { WholeTask } from './whole-task.js';

const MAX_QUEUED = 50;
const MAX_SESSIONS = 20;

export interface Wanted {
  sessionId: string;
  agent?: string | undefined;
  model?: string | undefined;
  mode?: string | undefined;
  name?: string | undefined;
}

export interface Written {
  messageId: string;
  sessionId: string;
  text: string;
  attachments: Attachments;
  author: TaskPerson;
}

/** Opens a session; its agent is started when something is to be said to it. Rejects with `session.limit`. */
export function openSession(whole: WholeTask, wanted: Wanted, by: TaskPerson, moment: Moment): Session {
  const { task } = whole;
  if (whole.sessions.filter(({ state }) => state !== 'closed').length >= MAX_SESSIONS) {
    throw new SessionLimit(MAX_SESSIONS);
  }
  task.sessionCount += 1;
  task.lastActivityAt = moment.now;
  const { sessionId, agent = whole.around.usualAgent, model = null, mode = null, name = null } = wanted;
  const facts = { ...whole.named, sessionId, number: task.sessionCount, agent, model, mode, name };
  const session = Session.open({ ...facts, createdBy: by.userId }, moment.now);
  whole.sessions.push(session);
  whole.touch(task, session);
  return session;
}

/** Stores a message. From here on it is queued, whatever machines do. Rejects with `message.empty`, `message.limit`. */
export function queueMessage(whole: WholeTask, session: Session, written: Written, moment: Moment): Message {
  mustSaySomething(written.text, written.attachments);
  if (whole.queueOf(session.sessionId).length >= MAX_QUEUED) throw new MessageLimit(MAX_QUEUED);
  session.messageCount += 1;
  const message = Message.of({ ...whole.named, ...written, position: session.messageCount }, moment.now);
  whole.messages.push(message);
  session.queueHeld = false;
  tryAgain(whole, session, moment);
  whole.task.lastActivityAt = moment.now;
  whole.touch(whole.task, session, message);
  const { messageId, sessionId, author } = message;
  whole.tell((told) => new MessageAccepted({ ...told, sessionId, messageId, author }));
  return message;
}

export function editMessage(whole: WholeTask, messageId: string, text: string, moment: Moment): Message {
  const message = waiting(whole, messageId);
  mustSaySomething(text, message.attachments);
  if (message.text === text) return message;
  message.text = text;
  message.editedAt = moment.now;
  whole.touch(message);
  return message;
}

export function cancelMessage(whole: WholeTask, messageId: string): Message {
  const message = waiting(whole, messageId);
  message.cancel();
  whole.touch(message);
  return message;
}

/**
 * Queues a message again at its place: one that failed or was cancelled, whose turn failed, or that waits behind an
 * error or for its author to sign in. `turn` is the last turn of a delivered one.
 */
export function retryMessage(
  whole: WholeTask,
  message: Message,
  turn: Turn | null,
  withoutCredential: boolean,
  moment: Moment,
): void {
  const session = whole.session(message.sessionId);
  if (!isRetryable(whole, message, turn, withoutCredential)) throw new MessageNotRetryable(message.state);
  message.queueAgain(withoutCredential);
  session.queueHeld = false;
  tryAgain(whole, session, moment);
  whole.task.lastActivityAt = moment.now;
  whole.touch(whole.task, session, message);
}

/** Whatever failed before may be tried once more: the machine, the agent, the credential. */
export function tryAgain(whole: WholeTask, session: Session | null, moment: Moment): void {
  const { task } = whole;
  if (task.failure !== null) {
    task.failure = null;
    whole.touch(task);
  }
  if (session?.state === 'error') {
    session.mayStartAgain();
    whole.touch(session);
  }
  for (const message of whole.messages) {
    if (message.state !== 'queued' || message.need !== 'refused' || message.sessionId !== session?.sessionId) continue;
    message.need = 'none';
    whole.touch(message);
  }
  if (task.sandbox?.state !== 'failed' || task.sandboxAskedAt !== null) return;
  const { organizationId } = task;
  const command = new RetrySandbox({ organizationId, sandboxId: task.sandbox.sandboxId });
  whole.intents.push({ kind: 'send', command });
  task.sandboxAskedAt = moment.now;
  whole.touch(task);
}

function isRetryable({ task }: WholeTask, message: Message, turn: Turn | null, withoutCredential: boolean): boolean {
  if (message.state === 'failed' || message.state === 'cancelled') return true;
  if (message.state === 'queued') return withoutCredential || message.need === 'refused' || task.failure !== null;
  const failed = ['failed', 'interrupted', 'timed_out', 'stopped'];
  return message.state === 'delivered' && turn?.state === 'ended' && failed.includes(turn.outcome ?? '');
}

/** Rejects with `message.not_queued` once an agent may have it. */
function waiting(whole: WholeTask, messageId: string): Message {
  const message = whole.message(messageId);
  if (!message.isWaiting()) throw new MessageNotQueued(message.state);
  return message;
}

function mustSaySomething(text: string, attachments: Attachments): void {
  if (text.trim() === '' && attachments.length === 0) throw new MessageEmpty();
}
