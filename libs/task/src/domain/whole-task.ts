import type { EventMessage } from '@foundry/messaging/contracts';
import type { TaskPerson, TaskView } from '../contracts/index.js';
import type { Intent, Told } from './intents.js';
import type { Changes } from './changes.entity.js';
import type { Limits } from './limits.entity.js';
import type { Message } from './message.entity.js';
import type { Operation } from './operation.entity.js';
import type { Permission } from './permission.entity.js';
import { MessageUnknown, SessionIsClosed, SessionUnknown } from './rejections.js';
import type { Session } from './session.entity.js';
import { Owner } from './task-owner.entity.js';
import { taskView, unsavedWork } from './task-view.js';
import type { Task } from './task.entity.js';
import type { Turn } from './turn.entity.js';

/** US cents that were spent, as far as an organization limits them. */
export interface Spent {
  task: number;
  organization: number;
  byUser: Readonly<Record<string, number>>;
}

/** What a decision has to know beyond the rows of the task. */
export interface Circumstances {
  limits: Limits;
  spent: Spent;
  /** Turns that run in the whole instance. */
  runningTurns: number;
  /** `https://…` of the repository, without a credential in it. */
  cloneUrl: string;
  /** The agent of a session when nobody says which. */
  usualAgent: string;
}

export type Row = Task | Owner | Session | Message | Turn | Permission | Operation | Changes;

/** A task with everything of it that can still change: what its rules look at. Ended children are not in it. */
export class WholeTask {
  readonly intents: Intent[] = [];
  readonly touched = new Set<Row>();
  owner: Owner;
  sessions: Session[] = [];
  messages: Message[] = [];
  turns: Turn[] = [];
  permissions: Permission[] = [];
  operations: Operation[] = [];
  /** What it changed; null: nothing was read yet. */
  changes: Changes | null = null;

  constructor(
    readonly task: Task,
    owner: Owner | null,
    readonly around: Circumstances,
  ) {
    this.owner = owner ?? Owner.none(task.taskId);
  }

  get named(): { organizationId: string; taskId: string } {
    return { organizationId: this.task.organizationId, taskId: this.task.taskId };
  }

  touch(...rows: readonly Row[]): void {
    for (const row of rows) this.touched.add(row);
  }

  tell(event: (told: Told) => EventMessage): void {
    this.intents.push({ kind: 'tell', event });
  }

  /** Rejects with `session.unknown`; with `session.closed` unless closed ones are wanted too. */
  session(sessionId: string): Session {
    const session = this.sessions.find((one) => one.sessionId === sessionId);
    if (!session) throw new SessionUnknown();
    if (session.state === 'closed') throw new SessionIsClosed();
    return session;
  }

  message(messageId: string): Message {
    const message = this.messages.find((one) => one.messageId === messageId);
    if (!message) throw new MessageUnknown();
    return message;
  }

  openTurns(): Turn[] {
    return this.turns.filter(({ state }) => state !== 'ended');
  }

  turnOf(sessionId: string): Turn | null {
    return this.openTurns().find((turn) => turn.sessionId === sessionId) ?? null;
  }

  /** Messages of a session that wait, in their order. */
  queueOf(sessionId: string): Message[] {
    return this.messages
      .filter((message) => message.sessionId === sessionId && message.state === 'queued')
      .sort((a, b) => a.position - b.position);
  }

  openPermissions(): Permission[] {
    return this.permissions.filter(({ state }) => state === 'open');
  }

  /** The one that changes the repository or ends the task; of those there is one at a time. */
  operation(): Operation | null {
    return this.operations.find((one) => one.isOpen() && one.isExclusive()) ?? null;
  }

  openOperations(): Operation[] {
    return this.operations.filter((one) => one.isOpen());
  }

  unsavedWork(): { commits: number; dirty: boolean } | null {
    return unsavedWork(this.task, this.changes);
  }

  authorOf(turn: Turn): TaskPerson {
    const author = this.messages.find(({ messageId }) => messageId === turn.messageId)?.author;
    return author ?? { userId: turn.authorId, login: turn.authorId, avatarUrl: null };
  }

  view(): TaskView {
    return taskView(this.task, this.owner, this.changes);
  }
}
