import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import type { ListedStatus, RepositoryTaskCounts, TaskSummary } from '../contracts/index.js';
import type { VisibleRepositories } from '../visibility/visible-repositories.js';
import { CountsRow, SummaryRow, type TaskPosition } from './task-rows.js';

export interface TaskFilter {
  /** Default: those that are not archived. */
  state?: 'active' | 'archived' | 'all' | undefined;
  repositoryId?: string | undefined;
  virtual?: boolean | undefined;
  status?: ListedStatus | undefined;
  /** Login of the owner. */
  owner?: string | undefined;
  /** Exact name. */
  branch?: string | undefined;
  /** Part of title, branch or repository, or the number of a pull request. */
  q?: string | undefined;
}

/** Tasks of one organization that one person may see, newest activity first. */
@Injectable()
export class TasksQuery {
  constructor(private readonly database: Database) {}

  /** A page in the order of `TaskPosition`. */
  async page(
    organizationId: string,
    visible: VisibleRepositories,
    filter: TaskFilter,
    after: TaskPosition | null,
    take: number,
  ): Promise<TaskSummary[]> {
    const { state = 'active', repositoryId = null, virtual = null, status = null } = filter;
    const { owner = null, branch = null, q = null } = filter;
    const [at, id] = after ?? ['infinity', '00000000-0000-0000-0000-000000000000'];
    // Each half has its own constant for archived_at, so that the index gives the order; the other one is not run.
    const rows = await this.database.sql`
      with page as materialized (
        (select * from organization.task_summaries
        where organization_id = ${organizationId} and archived_at is null and ${state}::text <> 'archived'
          and (${visible.all}::boolean or repository_id = any(${visible.ids}::bigint[]))
          and (${repositoryId}::bigint is null or repository_id = ${repositoryId})
          and (${virtual}::boolean is null or virtual = ${virtual})
          and (${status}::text is null or status = ${status})
          and (${owner}::text is null or lower(owner_login) = lower(${owner}))
          and (${branch}::text is null or branch = ${branch})
          and (${q}::text is null or position(lower(${q}) in lower(title || ' ' || branch || ' ' || repository_name
            || ' #' || coalesce(pull_request ->> 'number', ''))) > 0)
          and last_activity_at <= ${at}::timestamptz
          and (last_activity_at < ${at}::timestamptz or task_id > ${id}::uuid)
        order by last_activity_at desc, task_id limit ${take})
        union all
        (select * from organization.task_summaries
        where organization_id = ${organizationId} and archived_at is not null and ${state}::text <> 'active'
          and (${visible.all}::boolean or repository_id = any(${visible.ids}::bigint[]))
          and (${repositoryId}::bigint is null or repository_id = ${repositoryId})
          and (${virtual}::boolean is null or virtual = ${virtual})
          and (${status}::text is null or status = ${status})
          and (${owner}::text is null or lower(owner_login) = lower(${owner}))
          and (${branch}::text is null or branch = ${branch})
          and (${q}::text is null or position(lower(${q}) in lower(title || ' ' || branch || ' ' || repository_name
            || ' #' || coalesce(pull_request ->> 'number', ''))) > 0)
          and last_activity_at <= ${at}::timestamptz
          and (last_activity_at < ${at}::timestamptz or task_id > ${id}::uuid)
        order by last_activity_at desc, task_id limit ${take}))
      select page.*, i.fork from page join organization.task_index i on i.task_id = page.task_id
      where i.organization_id = ${organizationId}
      order by page.last_activity_at desc, page.task_id limit ${take}`;
    return SummaryRow.array().parse(rows);
  }

  /** One task; null when there is none, or not for this person. */
  async find(organizationId: string, visible: VisibleRepositories, taskId: string): Promise<TaskSummary | null> {
    const rows = await this.database.sql`
      select s.*, i.fork from organization.task_summaries s join organization.task_index i on i.task_id = s.task_id
      where s.organization_id = ${organizationId} and s.task_id = ${taskId}`;
    const [task = null] = SummaryRow.array().parse(rows);
    return task && visible.sees(task.repositoryId) ? task : null;
  }

  /** One row for each repository that has tasks, archived ones included, by name. */
  async counts(organizationId: string, visible: VisibleRepositories): Promise<RepositoryTaskCounts[]> {
    const rows = await this.database.sql`
      select repository_id as "repositoryId", max(repository_name) as "repositoryName",
        count(*) filter (where archived_at is null)::int as active,
        count(*) filter (where archived_at is null and virtual)::int as virtual,
        count(*) filter (where archived_at is null and status = 'running')::int as running,
        count(*) filter (where archived_at is null and status = 'needs_input')::int as "needsInput",
        max(last_activity_at) filter (where archived_at is null) as "latestActivityAt"
      from organization.task_summaries
      where organization_id = ${organizationId}
        and (${visible.all}::boolean or repository_id = any(${visible.ids}::bigint[]))
      group by repository_id order by lower(max(repository_name)), repository_id`;
    return CountsRow.array().parse(rows);
  }
}
