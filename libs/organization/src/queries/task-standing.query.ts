import { Database } from '@foundry/messaging';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { type TaskStanding, TaskStandingOf } from '../contracts/index.js';
import { TaskVisibility } from '../visibility/task-visibility.js';

const Row = z.tuple([z.object({ active: z.int(), hasRealTask: z.boolean() })]);

/** For the first screen of a person: few organizations, each read along its own index. */
@QueryHandler(TaskStandingOf)
export class TaskStandingQuery implements IQueryHandler<TaskStandingOf, TaskStanding[]> {
  constructor(
    private readonly database: Database,
    private readonly visibility: TaskVisibility,
  ) {}

  async execute({ userId, organizationIds }: TaskStandingOf): Promise<TaskStanding[]> {
    const all = await Promise.all(organizationIds.map((organizationId) => this.standing(userId, organizationId)));
    return all.filter((standing) => standing !== null);
  }

  private async standing(userId: string, organizationId: string): Promise<TaskStanding | null> {
    const visible = await this.visibility.of(userId, organizationId);
    if (!visible) return null;
    const rows = await this.database.sql`
      select count(*) filter (where archived_at is null)::int as active,
        coalesce(bool_or(not virtual), false) as "hasRealTask"
      from organization.task_summaries
      where organization_id = ${organizationId}
        and (${visible.all}::boolean or repository_id = any(${visible.ids}::bigint[]))`;
    return { organizationId, ...Row.parse(rows)[0] };
  }
}
