import { ask } from '@foundry/messaging';
import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { MembershipOf, type TaskRights, TaskRightsOf } from '../contracts/index.js';
import { TaskVisibility } from '../visibility/task-visibility.js';

/** The rule by which tasks are listed, for modules that show what belongs to a task. */
@QueryHandler(TaskRightsOf)
export class TaskRightsQuery implements IQueryHandler<TaskRightsOf, TaskRights | null> {
  constructor(
    private readonly queries: QueryBus,
    private readonly visibility: TaskVisibility,
  ) {}

  async execute({ userId, organizationId, repositoryId }: TaskRightsOf): Promise<TaskRights | null> {
    const visible = await this.visibility.of(userId, organizationId);
    if (!visible?.sees(repositoryId)) return null;
    const membership = await ask(this.queries, new MembershipOf(userId, organizationId));
    if (!membership) return null;
    const isWriteDenied = await this.visibility.isWriteDenied(userId, organizationId, repositoryId);
    return { role: membership.role, isWriteDenied };
  }
}
