import type { ReadTx } from '@foundry/messaging';
import { z } from 'zod';
import type { NamedTask } from './own-rows.js';

const Tasks = z.array(z.object({ organizationId: z.coerce.string(), taskId: z.string() }));
const OnBranches = z.array(
  z.object({
    organizationId: z.coerce.string(),
    taskId: z.string(),
    branch: z.string(),
    headRepositoryId: z.coerce.string().nullable(),
  }),
);
export type TaskOnBranch = z.infer<typeof OnBranches>[number];
const MOST = 1_000;

interface Repository {
  organizationId: string;
  repositoryId: string;
}

/** Tasks of a repository that somebody acted on and that work on one of these branches, which may be in forks. */
export async function tasksOnBranches(
  read: ReadTx,
  { organizationId, repositoryId }: Repository,
  branches: readonly string[],
): Promise<TaskOnBranch[]> {
  const rows = await read.sql`select organization_id as "organizationId", task_id as "taskId", branch,
      head_repository_id as "headRepositoryId"
    from task.tasks
    where repository_id = ${repositoryId} and organization_id = ${organizationId}
      and branch = any(${branches}::text[]) and lifecycle <> 'killed'
    order by task_id limit ${MOST}`;
  return OnBranches.parse(rows);
}

/** Tasks of a repository where this person's turn runs. */
export async function tasksWorkedOnBy(
  read: ReadTx,
  { organizationId, repositoryId }: Repository,
  userId: string,
): Promise<NamedTask[]> {
  const rows = await read.sql`select organization_id as "organizationId", task_id as "taskId" from task.tasks
    where repository_id = ${repositoryId} and organization_id = ${organizationId} and lifecycle <> 'killed'
      and task_id in (select task_id from task.turns where author_id = ${userId} and state <> 'ended')
    order by task_id limit ${MOST}`;
  return Tasks.parse(rows);
}
