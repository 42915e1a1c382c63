import type { ReadTx } from '@foundry/messaging';
import { z } from 'zod';
import { branchKeyOf } from '../domain/tasks/head-key.js';

const Memberships = z.array(z.object({ id: z.string() }));

/** Organizations that a person is an active member of. */
export async function membershipsOf(read: ReadTx, userId: string): Promise<string[]> {
  const rows = await read.sql`select organization_id as id from organization.members
    where user_id = ${userId} and state = 'active' order by organization_id`;
  return Memberships.parse(rows).map(({ id }) => id);
}

/** Organizations that keep a row of the person, whether they are a member still or not. */
export async function everyTraceOf(read: ReadTx, userId: string): Promise<string[]> {
  const rows = await read.sql`select organization_id as id from organization.members
    where user_id = ${userId} order by organization_id`;
  return Memberships.parse(rows).map(({ id }) => id);
}

/** Whether a task works on a branch of the repository itself. */
export async function someTaskHas(
  read: ReadTx,
  { organizationId, repositoryId, branch }: { organizationId: string; repositoryId: string; branch: string },
): Promise<boolean> {
  const rows = await read.sql`select from organization.task_index where organization_id = ${organizationId}
    and repository_id = ${repositoryId} and head_key = ${branchKeyOf(repositoryId, branch)} and released_at is null`;
  return rows.length > 0;
}
