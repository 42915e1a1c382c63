import type { ReadTx } from '@foundry/messaging';
import { ListedTask } from '../../domain/tasks/listed-task.js';
import { PullRequestRow, TaskRow } from '../../domain/tasks/task-row.js';
import { byTask } from './by-task.js';
import { fromColumns } from './columns.js';

/** Which tasks: by id, or of one repository by the key of their branch or the number of a pull request. */
export interface TasksAsked {
  organizationId: string;
  taskIds?: readonly string[];
  repositoryId?: string;
  headKeys?: readonly string[];
  numbers?: readonly number[];
}

/** The tasks that any of it names, with all their pull requests; released ones are none. Two statements, however many. */
export async function loadTasks(tx: ReadTx, asked: TasksAsked): Promise<ListedTask[]> {
  const { organizationId, taskIds = [], repositoryId = null, headKeys = [], numbers = [] } = asked;
  const rows = await tx.sql`
    select s.*, i.head_key, i.head_repository_id, i.fork, i.origin, i.materialized_at, i.released_at, i.created_by
    from organization.task_summaries s join organization.task_index i on i.task_id = s.task_id
    where i.organization_id = ${organizationId} and i.released_at is null and i.task_id in (
      select unnest(${taskIds}::uuid[])
      union select task_id from organization.task_index where organization_id = ${organizationId}
        and repository_id = ${repositoryId} and head_key = any(${headKeys}::text[]) and released_at is null
      union select task_id from organization.task_pull_requests where organization_id = ${organizationId}
        and repository_id = ${repositoryId} and number = any(${numbers}::integer[]))
    order by i.created_at, i.task_id`;
  const tasks = TaskRow.array().parse(rows.map(fromColumns));
  if (tasks.length === 0) return [];
  const found = await tx.sql`select * from organization.task_pull_requests
    where organization_id = ${organizationId} and task_id = any(${tasks.map(({ taskId }) => taskId)}::uuid[])`;
  const pulls = byTask(PullRequestRow.array().parse(found.map(fromColumns)));
  return tasks.map((task) => ListedTask.stored(task, pulls.get(task.taskId) ?? []));
}

/** One task of the organization, or null. */
export async function findListedTask(tx: ReadTx, organizationId: string, taskId: string): Promise<ListedTask | null> {
  const [task = null] = await loadTasks(tx, { organizationId, taskIds: [taskId] });
  return task;
}
