import { Injectable } from '@nestjs/common';
import { DataSource, In, Not } from 'typeorm';
import type { Lifecycle, MessageState, MessageView, SessionView, TaskDetail } from '../contracts/index.js';
import { Changes } from '../domain/changes.entity.js';
import { Message } from '../domain/message.entity.js';
import { Operation } from '../domain/operation.entity.js';
import { Permission } from '../domain/permission.entity.js';
import { Session } from '../domain/session.entity.js';
import { Owner } from '../domain/task-owner.entity.js';
import { taskView } from '../domain/task-view.js';
import { Task } from '../domain/task.entity.js';
import { Turn } from '../domain/turn.entity.js';

const LAST_OPERATIONS = 20;
const QUEUE = 200;

/** Tasks as they are now. Reading causes nothing, and needs no machine. */
@Injectable()
export class TaskRows {
  constructor(private readonly source: DataSource) {}

  /** Null: nobody acted on it. */
  async detail(taskId: string): Promise<Omit<TaskDetail, 'sandbox'> | null> {
    const task = await this.source.getRepository(Task).findOneBy({ taskId });
    if (!task) return null;
    const [owner, sessions, permissions, operations, changes] = await Promise.all([
      this.source.getRepository(Owner).findOneBy({ taskId }),
      this.sessions(taskId, false),
      this.source.getRepository(Permission).find({ where: { taskId, state: 'open' }, order: { createdAt: 'ASC' } }),
      this.source
        .getRepository(Operation)
        .find({ where: { taskId }, order: { createdAt: 'DESC' }, take: LAST_OPERATIONS }),
      this.source.getRepository(Changes).findOneBy({ taskId }),
    ]);
    return {
      virtual: false,
      task: taskView(task, owner ?? Owner.none(taskId), changes),
      sessions,
      permissions: permissions.map((row) => row.view()),
      operations: operations.map((row) => row.view()),
      changes: changes?.view() ?? null,
    };
  }

  /** Null: nobody acted on it. */
  async lifecycle(taskId: string): Promise<Lifecycle | null> {
    const row = await this.source
      .getRepository(Task)
      .findOne({ select: { taskId: true, lifecycle: true }, where: { taskId } });
    return row?.lifecycle ?? null;
  }

  /** In the order of their opening; closed ones only when asked for. */
  async sessions(taskId: string, closed: boolean): Promise<SessionView[]> {
    const where = closed ? { taskId } : { taskId, state: Not('closed' as const) };
    const [sessions, turns, queued] = await Promise.all([
      this.source.getRepository(Session).find({ where, order: { number: 'ASC' } }),
      this.source.getRepository(Turn).findBy({ taskId, state: Not('ended' as const) }),
      this.source.getRepository(Message).find({ select: { sessionId: true }, where: { taskId, state: 'queued' } }),
    ]);
    return sessions.map((session) => {
      const { sessionId } = session;
      const count = queued.filter((message) => message.sessionId === sessionId).length;
      return session.view(count, turns.find((turn) => turn.sessionId === sessionId) ?? null);
    });
  }

  /** One session with its queue; null when there is none. */
  async session(sessionId: string): Promise<{ session: SessionView; organizationId: string } | null> {
    const row = await this.source.getRepository(Session).findOneBy({ sessionId });
    if (!row) return null;
    const [turn, queued] = await Promise.all([
      this.source.getRepository(Turn).findOneBy({ sessionId, state: Not('ended' as const) }),
      this.source.getRepository(Message).countBy({ sessionId, state: 'queued' }),
    ]);
    return { session: row.view(queued, turn), organizationId: row.organizationId };
  }

  /** What waits in a session, in its order, failed ones too: the first 200. */
  async queue(sessionId: string): Promise<MessageView[]> {
    const waiting: MessageState[] = ['queued', 'delivering', 'failed'];
    const rows = await this.source
      .getRepository(Message)
      .find({ where: { sessionId, state: In(waiting) }, order: { position: 'ASC' }, take: QUEUE });
    return rows.map((row) => row.view());
  }

  /** Messages of a session, newest first, of one state or of all. */
  async messages(
    sessionId: string,
    state: MessageState | null,
    before: number | null,
    take: number,
  ): Promise<MessageView[]> {
    const rows = this.source
      .createQueryBuilder(Message, 'message')
      .where({ sessionId, ...(state === null ? {} : { state }) })
      .orderBy('message.position', 'DESC')
      .limit(take);
    if (before !== null) rows.andWhere('message.position < :before', { before });
    return (await rows.getMany()).map((row) => row.view());
  }

  /** Which session a message is in; null when there is no such message. */
  async sessionOfMessage(messageId: string): Promise<string | null> {
    const row = await this.source
      .getRepository(Message)
      .findOne({ select: { messageId: true, sessionId: true }, where: { messageId } });
    return row?.sessionId ?? null;
  }

  /** Which task a request of an agent is of; null when there is no such request. */
  async taskOfPermission(permissionId: string): Promise<string | null> {
    const row = await this.source
      .getRepository(Permission)
      .findOne({ select: { permissionId: true, taskId: true }, where: { permissionId } });
    return row?.taskId ?? null;
  }
}
