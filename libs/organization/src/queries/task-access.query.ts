import { ask } from '@foundry/messaging';
import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { FindTask, type TaskAccess, TaskAccessOf, TaskRightsOf } from '../contracts/index.js';

/** One rule for every route and topic of a task: membership, and what the organization shows of the repository. */
@QueryHandler(TaskAccessOf)
export class TaskAccessQuery implements IQueryHandler<TaskAccessOf, TaskAccess | null> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ userId, taskId }: TaskAccessOf): Promise<TaskAccess | null> {
    const task = await ask(this.queries, new FindTask(taskId));
    const rights = task && (await ask(this.queries, new TaskRightsOf(userId, task.organizationId, task.repositoryId)));
    if (!task || !rights) return null;
    return { task, role: rights.role, mayWrite: rights.role !== 'viewer' && !rights.isWriteDenied };
  }
}
