import type { ReadTx } from '@foundry/messaging';
import { z } from 'zod';

const Tasks = z.array(z.object({ organizationId: z.coerce.string(), taskId: z.string() }));
export type NamedTask = z.infer<typeof Tasks>[number];

/** One reaction sends at most so many commands; the schedule reaches the rest. */
const MOST = 1_000;

/**
 * Tasks that a person owns, follows as owner, or works in now: in one organization, in some repositories of it.
 * Null repositories: in all of them.
 */
export async function tasksHeldBy(
  read: ReadTx,
  { userId, organizationId, repositoryIds }: { userId: string; organizationId: string; repositoryIds: string[] | null },
): Promise<NamedTask[]> {
  const rows = await read.sql`select organization_id as "organizationId", task_id as "taskId" from task.tasks
    where organization_id = ${organizationId} and lifecycle <> 'killed'
      and (${repositoryIds}::bigint[] is null or repository_id = any(${repositoryIds}::bigint[]))
      and (task_id in (select task_id from task.task_owners
          where user_id = ${userId} or pending ->> 'userId' = ${userId}::text)
        or task_id in (select task_id from task.turns where author_id = ${userId} and state <> 'ended'))
    order by task_id limit ${MOST}`;
  return Tasks.parse(rows);
}

/** Tasks with a message of this person that waits for their sign-in. */
export async function tasksWaitingForLink(read: ReadTx, userId: string): Promise<NamedTask[]> {
  const rows =
    await read.sql`select distinct organization_id as "organizationId", task_id as "taskId" from task.messages
    where author_id = ${userId} and waiting_for = 'github_link' and state = 'queued' limit ${MOST}`;
  return Tasks.parse(rows);
}

/** Tasks of an organization with a message that waits for its budget. */
export async function tasksWaitingForBudget(read: ReadTx, organizationId: string): Promise<NamedTask[]> {
  const rows =
    await read.sql`select distinct organization_id as "organizationId", task_id as "taskId" from task.messages
    where organization_id = ${organizationId} and waiting_for = 'budget' and state = 'queued' limit ${MOST}`;
  return Tasks.parse(rows);
}

/** The task whose message waits longest for room in this instance. */
export async function taskWaitingForRoom(read: ReadTx): Promise<NamedTask[]> {
  const rows = await read.sql`select organization_id as "organizationId", task_id as "taskId" from task.messages
    where waiting_for = 'capacity' and state = 'queued' order by created_at limit 1`;
  return Tasks.parse(rows);
}
