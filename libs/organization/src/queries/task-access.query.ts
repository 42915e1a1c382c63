import { ask } from '@foundry/messaging';
import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { FindTask, MembershipOf, type TaskAccess, TaskAccessOf } from '../contracts/index.js';
import { TaskVisibility } from '../visibility/task-visibility.js';

/** One rule for every route and topic of a task: membership, and what the organization shows of the repository. */
@QueryHandler(TaskAccessOf)
export class TaskAccessQuery implements IQueryHandler<TaskAccessOf, TaskAccess | null> {
  constructor(
    private readonly queries: QueryBus,
    private readonly visibility: TaskVisibility,
  ) {}

  async execute({ userId, taskId }: TaskAccessOf): Promise<TaskAccess | null> {
    const task = await ask(this.queries, new FindTask(taskId));
    if (!task) return null;
    const { organizationId, repositoryId } = task;
    const [membership, visible] = await Promise.all([
      ask(this.queries, new MembershipOf(userId, organizationId)),
      this.visibility.of(userId, organizationId),
    ]);
    if (!membership || !visible?.sees(repositoryId)) return null;
    const { role } = membership;
    const mayWrite = role !== 'viewer' && !(await this.visibility.isWriteDenied(userId, organizationId, repositoryId));
    return { task, role, mayWrite };
  }
}
