import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import type { RemovedTask } from '../../contracts/index.js';
import { byTask } from './by-task.js';

const Removed = z.array(z.object({ id: z.string(), repositoryId: z.string(), version: z.int() }));
const Dropped = z.array(z.object({ taskId: z.string(), number: z.int() }));

/** Takes tasks off the list: their branches may be used again. Index rows stay, so that no id is used twice. */
export async function releaseTasks(tx: Tx, organizationId: string, taskIds: readonly string[]): Promise<RemovedTask[]> {
  const removed = Removed.parse(
    await tx.sql`delete from organization.task_summaries
      where organization_id = ${organizationId} and task_id = any(${taskIds}::uuid[])
      returning task_id as id, repository_id as "repositoryId", version + 1 as version`,
  );
  if (removed.length === 0) return [];
  await tx.sql`update organization.task_index set released_at = ${tx.now}
    where organization_id = ${organizationId} and task_id = any(${taskIds}::uuid[]) and released_at is null`;
  const dropped = Dropped.parse(
    await tx.sql`delete from organization.task_pull_requests
      where organization_id = ${organizationId} and task_id = any(${taskIds}::uuid[])
      returning task_id as "taskId", number`,
  );
  const numbers = byTask(dropped);
  return removed.map((task) => ({ ...task, pullRequests: (numbers.get(task.id) ?? []).map(({ number }) => number) }));
}
