import type { ReadTx } from '@foundry/messaging';
import { z } from 'zod';

const Numbers = z.array(z.object({ repositoryId: z.string(), number: z.int() }));

/** Whether the App can read there now. */
export async function isReadable(read: ReadTx, organizationId: string): Promise<boolean> {
  const rows = await read.sql`select 1 from github_data.accounts where organization_id = ${organizationId}
    and installation_status in ('connected', 'needs_permissions')`;
  return rows.length > 0;
}

/** Those of these pull requests that are known and watched, or not watched, now. */
export async function watchedOf(
  read: ReadTx,
  organizationId: string,
  pullRequests: readonly { repositoryId: string; number: number }[],
  watched: boolean,
): Promise<z.infer<typeof Numbers>> {
  if (pullRequests.length === 0) return [];
  const rows = await read.sql`
    select p.repository_id as "repositoryId", p.number from github_data.pull_requests p
    join jsonb_to_recordset(${JSON.stringify(pullRequests)}::jsonb) as w("repositoryId" bigint, number integer)
      on p.repository_id = w."repositoryId" and p.number = w.number
    where p.organization_id = ${organizationId} and p.watched = ${watched} order by p.repository_id, p.number`;
  return Numbers.parse(rows);
}
