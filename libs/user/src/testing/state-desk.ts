import { randomUUID } from 'node:crypto';
import { type Actor, type CommandMessage, Delta, type EventMessage } from '@foundry/messaging/contracts';
import { eventually, NotesModule, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { MessageAccepted, type TaskPerson, TurnFinished } from '@foundry/task/contracts';
import { z } from 'zod';
import { StoredPeople } from '../auth-rows/stored-people.js';
import type { DraftView, InboxItem, TaskStateView } from '../contracts/index.js';
import { readDraft } from '../rows/drafts.js';
import { readItems } from '../rows/inbox-items.js';
import { readTaskState } from '../rows/task-states.js';
import { UserWorkerModule } from '../user-worker.module.js';
import { ElsewhereModule, telling } from './elsewhere.js';

export const ACME = '1000';
export const AT = '2030-01-01T12:00:00.000Z';
export const session = (userId: string): Actor => ({ kind: 'user', userId, via: 'session' });

const person = (userId: string): TaskPerson => ({ userId, login: `user-${userId}`, avatarUrl: null });
export const ANA = person('1');
export const BEN = person('2');
export const CLEO = person('3');

const Pending = z.tuple([z.object({ pending: z.int() })]);

/** What people keep, on a kernel of its own, with Ana, Ben and Cleo. Each test has a task of its own. */
export class StateDesk {
  taskId = '';
  sessionId = '';
  private seen = new Map<string, number>();

  private constructor(readonly kernel: TestKernel) {}

  static async open(): Promise<StateDesk> {
    const modules = [UserWorkerModule, ElsewhereModule, NotesModule];
    const kernel = await startKernel({ modules, audit: new RecordedAudit() });
    const people = new StoredPeople(kernel.database);
    for (const { userId, login } of [ANA, BEN, CLEO]) {
      await people.record({ userId, login, name: null, avatarUrl: null });
    }
    return new StateDesk(kernel);
  }

  async begin(): Promise<void> {
    this.taskId = randomUUID();
    this.sessionId = randomUUID();
    await this.forgetFrames();
  }

  async forgetFrames(): Promise<void> {
    this.seen = new Map((await this.allFrames()).map(({ topic, version }) => [topic, version]));
  }

  /** What topics have got since the test began, or since they were forgotten: topic by topic, in order. */
  async frames(): Promise<Delta[]> {
    return (await this.allFrames()).filter(({ topic, version }) => version > (this.seen.get(topic) ?? 0));
  }

  private async allFrames(): Promise<Delta[]> {
    const rows = await this.kernel.database.sql`
      select topic, version::int, type, data from messaging.topic_delta order by topic, topic_delta.version`;
    return Delta.array().parse(rows);
  }

  get task() {
    return { organizationId: ACME, taskId: this.taskId };
  }

  /** What every event of the task carries. */
  get told() {
    return { ...this.task, version: 1, title: 'Greet people', at: AT };
  }

  turn(author: TaskPerson, headSeq: number, owner: TaskPerson | null = author) {
    const { sessionId } = this;
    return { ...this.told, sessionId, headSeq, turnId: randomUUID(), messageId: randomUUID(), author, owner };
  }

  /** The event happens, and all that follows from it is done. */
  async happens(event: EventMessage): Promise<void> {
    await this.kernel.handled(telling(event), { kind: 'system', module: 'elsewhere' });
    await this.settled();
  }

  /** The person sends it; returns the result. */
  async does(by: TaskPerson, command: CommandMessage): Promise<unknown> {
    return this.kernel.handled(command, session(by.userId));
  }

  async codeOf(by: TaskPerson, command: CommandMessage): Promise<string | null> {
    const requested = await this.kernel.request(command, session(by.userId));
    return requested.state === 'settled' ? requested.reply.code : 'pending';
  }

  /** No command waits any more. */
  settled(): Promise<void> {
    return eventually(async () => {
      const [{ pending }] = Pending.parse(
        await this.kernel.database.sql`
          select count(*)::int as pending from messaging.outbox o
          where o.kind = 'command' and not exists (select from messaging.inbox i where i.command_id = o.id)`,
      );
      if (pending > 0) throw new Error(`${String(pending)} commands are not settled.`);
    });
  }

  async message(by: TaskPerson, messageId: string = randomUUID()): Promise<void> {
    await this.happens(new MessageAccepted({ ...this.told, sessionId: this.sessionId, messageId, author: by }));
  }

  /** A turn of the author ends by itself. */
  async finishes(author: TaskPerson, headSeq: number): Promise<void> {
    await this.happens(new TurnFinished({ ...this.turn(author, headSeq), outcome: 'finished', by: null }));
  }

  stateOf({ userId }: TaskPerson): Promise<TaskStateView | null> {
    return readTaskState(this.kernel.database, userId, this.taskId);
  }

  async isUnread(who: TaskPerson): Promise<boolean> {
    return (await this.stateOf(who))?.unread ?? false;
  }

  /** Items of the present task, `finished` or with `needs_you done` when they are settled. */
  async inboxOf(who: TaskPerson): Promise<string[]> {
    return (await this.itemsOf(who)).map(({ kind, doneBy }) => (doneBy === null ? kind : `${kind} done by ${doneBy}`));
  }

  async itemsOf({ userId }: TaskPerson): Promise<InboxItem[]> {
    const { database } = this.kernel;
    const all = await Promise.all(
      (['open', 'done'] as const).map((state) =>
        readItems(database, userId, { state, organizationIds: [ACME], hiddenTasks: [] }, null, 1_000),
      ),
    );
    return all.flat().filter(({ taskId }) => taskId === this.taskId);
  }

  draftAt({ userId }: TaskPerson, scope: string): Promise<DraftView | null> {
    return readDraft(this.kernel.database, userId, scope);
  }

  stop(): Promise<void> {
    return this.kernel.stop();
  }
}
