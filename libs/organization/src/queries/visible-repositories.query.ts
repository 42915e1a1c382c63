import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type VisibleRepositoryIds, VisibleRepositoriesOf } from '../contracts/index.js';
import { TaskVisibility } from '../visibility/task-visibility.js';

/** The rule by which tasks are listed, for modules that show repositories themselves. */
@QueryHandler(VisibleRepositoriesOf)
export class VisibleRepositoriesQuery implements IQueryHandler<VisibleRepositoriesOf, VisibleRepositoryIds | null> {
  constructor(private readonly visibility: TaskVisibility) {}

  async execute({ userId, organizationId }: VisibleRepositoriesOf): Promise<VisibleRepositoryIds | null> {
    const visible = await this.visibility.of(userId, organizationId);
    return visible && { all: visible.all, ids: visible.ids };
  }
}
