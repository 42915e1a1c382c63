import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { tellPullRequests } from './store-pull-requests.js';
import { tellRepositories } from './store-repositories.js';
import { takeVersions } from './versions.js';

const Closed = z.array(z.object({ repositoryId: z.string(), number: z.int() }));

/** Repositories that the App cannot see any more: they, and with them their open pull requests, end here at once. */
export async function removeRepositories(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  const present = z.array(z.object({ id: z.string() })).parse(
    await tx.sql`select repository_id as id from github_data.repositories where organization_id = ${organizationId}
      and repository_id = any(${ids}::bigint[]) and state = 'available' order by repository_id`,
  );
  if (present.length === 0) return;
  const gone = present.map(({ id }) => id);
  const first = await takeVersions(tx, organizationId, gone.length);
  await tx.sql`
    update github_data.repositories r set state = 'removed', removed_at = ${tx.now}, version = ${first}::int + b.place::int - 1
    from unnest(${gone}::bigint[]) with ordinality as b(id, place)
    where r.organization_id = ${organizationId} and r.repository_id = b.id`;
  await tx.sql`delete from github_data.repository_access
    where organization_id = ${organizationId} and repository_id = any(${gone}::bigint[])`;
  await tx.sql`delete from github_data.etags where organization_id = ${organizationId}`;
  await tellRepositories(tx, organizationId, gone);
  const open = Closed.parse(
    await tx.sql`select repository_id as "repositoryId", number from github_data.pull_requests
      where organization_id = ${organizationId} and repository_id = any(${gone}::bigint[]) and state = 'open'`,
  );
  await closePullRequests(tx, organizationId, open, 'removal');
}

/** Closes pull requests whose end GitHub did not tell; whatever GitHub says about them later wins. */
export async function closePullRequests(
  tx: Tx,
  organizationId: string,
  ended: z.infer<typeof Closed>,
  closedBy: 'vanished' | 'removal',
): Promise<void> {
  if (ended.length === 0) return;
  const first = await takeVersions(tx, organizationId, ended.length);
  await tx.sql`
    update github_data.pull_requests p set state = 'closed', closed_by = ${closedBy}, closed_at = ${tx.now},
      version = ${first}::int + b.place::int - 1
    from unnest(${ended.map(({ repositoryId }) => repositoryId)}::bigint[], ${ended.map(({ number }) => number)}::int[])
      with ordinality as b(repository_id, number, place)
    where p.organization_id = ${organizationId} and p.repository_id = b.repository_id and p.number = b.number`;
  for (const repositoryId of new Set(ended.map((row) => row.repositoryId))) {
    const numbers = ended.filter((row) => row.repositoryId === repositoryId).map(({ number }) => number);
    await tellPullRequests(tx, organizationId, repositoryId, numbers);
  }
}
