import type { ReadTx } from '@foundry/messaging';
import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

const Users = z.array(z.object({ userId: z.string() }));
const Held = z.array(z.object({ userId: z.string(), taskId: z.string() }));

/** Those who took part in the task, in a fixed order. */
export async function participantsOf(read: ReadTx, taskId: Uuid): Promise<Id64[]> {
  const rows = await read.sql`
    select user_id as "userId" from "user".task_state where task_id = ${taskId} and participant order by user_id`;
  return Users.parse(rows).map(({ userId }) => userId);
}

/** Who keeps anything of these tasks. */
export async function holdersOf(read: ReadTx, taskIds: readonly Uuid[]): Promise<{ userId: Id64; taskId: Uuid }[]> {
  if (taskIds.length === 0) return [];
  const rows = await read.sql`
    select user_id as "userId", task_id as "taskId" from "user".task_state where task_id = any(${taskIds}::uuid[])
    union select user_id, task_id from "user".session_state where task_id = any(${taskIds}::uuid[])
    union select user_id, task_id from "user".drafts where task_id = any(${taskIds}::uuid[])
    union select user_id, task_id from "user".inbox_items where task_id = any(${taskIds}::uuid[])
    order by 1, 2`;
  return Held.parse(rows);
}

/** Who keeps something of these tasks that an archived one does not have: a draft, a mark, an open item. */
export async function busyHoldersOf(read: ReadTx, taskIds: readonly Uuid[]): Promise<{ userId: Id64; taskId: Uuid }[]> {
  if (taskIds.length === 0) return [];
  const rows = await read.sql`
    select user_id as "userId", task_id as "taskId" from "user".session_state where task_id = any(${taskIds}::uuid[])
    union select user_id, task_id from "user".drafts where task_id = any(${taskIds}::uuid[])
    union select user_id, task_id from "user".inbox_items where task_id = any(${taskIds}::uuid[]) and done_at is null
    order by 1, 2`;
  return Held.parse(rows);
}

/** Whose inbox has an open item of this task with a cause that begins so. */
export async function toldOf(read: ReadTx, taskId: Uuid, cause: string): Promise<Id64[]> {
  const rows = await read.sql`
    select distinct user_id as "userId" from "user".inbox_items
    where task_id = ${taskId} and done_at is null and starts_with(cause_id, ${cause}) order by 1`;
  return Users.parse(rows).map(({ userId }) => userId);
}

/** Whether the login is that of the person. */
export async function isLoginOf(read: ReadTx, userId: Id64, login: string | null): Promise<boolean> {
  if (login === null) return false;
  const rows = await read.sql`select 1 from "user".users where user_id = ${userId} and lower(login) = lower(${login})`;
  return rows.length > 0;
}
