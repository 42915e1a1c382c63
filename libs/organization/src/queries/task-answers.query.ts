import { Database } from '@foundry/messaging';
import { TaskSeed } from '@foundry/task/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { FindTask, type TaskSummary, TaskSeedOf } from '../contracts/index.js';
import { SummaryRow } from './task-rows.js';

/** A task's id says which organization it belongs to, so this is the one read of tasks that names none. */
@QueryHandler(FindTask)
export class FindTaskQuery implements IQueryHandler<FindTask, TaskSummary | null> {
  constructor(private readonly database: Database) {}

  async execute({ taskId }: FindTask): Promise<TaskSummary | null> {
    const rows = await this.database.sql`
      select s.*, i.fork from organization.task_summaries s join organization.task_index i on i.task_id = s.task_id
      where s.task_id = ${taskId}`;
    return SummaryRow.array().parse(rows)[0] ?? null;
  }
}

/** From these two tables and nowhere else: no other module and no GitHub is asked. */
@QueryHandler(TaskSeedOf)
export class TaskSeedQuery implements IQueryHandler<TaskSeedOf, TaskSeed | null> {
  constructor(private readonly database: Database) {}

  async execute({ organizationId, taskId }: TaskSeedOf): Promise<TaskSeed | null> {
    const rows = await this.database.sql`
      select i.organization_id as "organizationId", i.task_id as "taskId", i.repository_id as "repositoryId",
        s.repository_name as "repositoryName", i.branch, i.head_repository_id as "headRepositoryId", i.fork,
        s.pull_request ->> 'baseBranch' as "baseBranch", s.title,
        (s.pull_request ->> 'number')::int as "pullRequestNumber"
      from organization.task_index i join organization.task_summaries s on s.task_id = i.task_id
      where i.organization_id = ${organizationId} and i.task_id = ${taskId} and i.released_at is null`;
    return TaskSeed.array().parse(rows)[0] ?? null;
  }
}
