import { Database } from '@foundry/messaging';
import { Uuid } from '@foundry/messaging/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { HiddenTasksAmong } from '../contracts/index.js';
import { TaskVisibility } from '../visibility/task-visibility.js';

const Rows = z.array(z.object({ taskId: Uuid }));

/** The rule by which tasks are listed, for modules that keep something about tasks by their ids. */
@QueryHandler(HiddenTasksAmong)
export class HiddenTasksQuery implements IQueryHandler<HiddenTasksAmong, Uuid[]> {
  constructor(
    private readonly database: Database,
    private readonly visibility: TaskVisibility,
  ) {}

  async execute({ userId, organizationId, taskIds }: HiddenTasksAmong): Promise<Uuid[]> {
    const visible = await this.visibility.of(userId, organizationId);
    if (!visible) return [...taskIds];
    if (visible.all) return [];
    const rows = await this.database.sql`
      select task_id as "taskId" from organization.task_summaries
      where organization_id = ${organizationId} and task_id = any(${taskIds}::uuid[])
        and repository_id <> all(${visible.ids}::bigint[])`;
    return Rows.parse(rows).map(({ taskId }) => taskId);
  }
}
