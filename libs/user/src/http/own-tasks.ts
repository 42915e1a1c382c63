import { type Asked, ask, NotFound } from '@foundry/messaging';
import { MembershipOf, TaskAccessOf, type TaskSummary } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { partsOf } from '../contracts/index.js';
import { SessionUnknown, TaskPutAway } from '../domain/state-rejections.js';
import { SeenSessions } from '../queries/seen-sessions.js';

/** Whether the caller may read what they want to keep something about. Everything else is not found. */
@Injectable()
export class OwnTasks {
  constructor(
    private readonly queries: QueryBus,
    private readonly seen: SeenSessions,
  ) {}

  async mustSee({ caller }: Asked, taskId: string): Promise<TaskSummary> {
    const access = await ask(this.queries, new TaskAccessOf(caller.actor.userId, taskId));
    if (!access || !isWithin(caller.organizationId, access.task.organizationId)) throw new NotFound('This task');
    return access.task;
  }

  /** The same for a task that something may still be kept of: an archived one is put away with all that. */
  async mustBeInUse(asked: Asked, taskId: string): Promise<TaskSummary> {
    const task = await this.mustSee(asked, taskId);
    if (task.archivedAt !== null) throw new TaskPutAway();
    return task;
  }

  /** The list names up to 50 sessions of a task; older ones are known to those who have seen them. */
  async mustHave({ caller }: Asked, task: TaskSummary, sessionId: string): Promise<void> {
    if (task.sessions.some(({ id }) => id === sessionId.toLowerCase())) return;
    if (!(await this.seen.has(caller.actor.userId, task.id, sessionId))) throw new SessionUnknown();
  }

  /** The organization of a place to write in, if the caller may read it. */
  async organizationOf(asked: Asked, scope: string, inUse: boolean): Promise<string> {
    const parts = partsOf(scope);
    if (!('organizationId' in parts)) {
      const { taskId } = parts;
      return (inUse ? await this.mustBeInUse(asked, taskId) : await this.mustSee(asked, taskId)).organizationId;
    }
    const { organizationId } = parts;
    const { actor, organizationId: reach } = asked.caller;
    const isMember = (await ask(this.queries, new MembershipOf(actor.userId, organizationId))) !== null;
    if (!isMember || !isWithin(reach, organizationId)) throw new NotFound('This organization');
    return organizationId;
  }
}

/** A token may be limited to one organization. */
const isWithin = (reach: string | null, organizationId: string): boolean => reach === null || reach === organizationId;
