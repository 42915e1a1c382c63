import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { AccessChanged, RefreshAccess } from '../contracts/index.js';
import { takeVersions } from './versions.js';

/** People whose access is read again because of one event; all others have it read within half an hour. */
const MOST_PEOPLE = 200;

const People = z.array(z.object({ userId: z.string() }));

/**
 * What is known of this access is asked again before it counts, and read again at once. Neither named: all of the
 * organization. What was asked before this moment does not end the doubt.
 */
export async function markStale(
  tx: Tx,
  organizationId: string,
  {
    userId = null,
    repositoryId = null,
  }: { userId?: string | null | undefined; repositoryId?: string | null | undefined },
): Promise<void> {
  await tx.sql`update github_data.repository_access set stale = true, checked_at = greatest(checked_at, ${tx.now})
    where organization_id = ${organizationId} and (${userId}::bigint is null or user_id = ${userId}::bigint)
      and (${repositoryId}::bigint is null or repository_id = ${repositoryId}::bigint)`;
  // Whoever has rows signed in once; for all others there is nothing to ask with.
  const people = People.parse(
    await tx.sql`select distinct user_id as "userId" from github_data.repository_access
      where organization_id = ${organizationId} and (${userId}::bigint is null or user_id = ${userId}::bigint)
      order by 1 limit ${MOST_PEOPLE}`,
  );
  for (const person of people) tx.send(new RefreshAccess(person));
}

/** The person may do nothing in this repository any more, or, without one, in none of the organization. */
export async function lowerAccess(
  tx: Tx,
  organizationId: string,
  userId: string,
  repositoryId: string | null,
): Promise<void> {
  const known = await tx.sql`update github_data.repository_access set permission = 'none', stale = false,
      checked_at = greatest(checked_at, ${tx.now})
    where organization_id = ${organizationId} and user_id = ${userId}
      and (${repositoryId}::bigint is null or repository_id = ${repositoryId}::bigint) returning repository_id`;
  const version = await takeVersions(tx, organizationId);
  const lowered = repositoryId === null ? [] : [{ repositoryId, permission: 'none' as const }];
  tx.emit(new AccessChanged({ organizationId, version, userId, all: repositoryId === null, lowered, raised: [] }));
  // Another way in, a team or a public repository, may be left.
  if (known.length > 0) tx.send(new RefreshAccess({ userId }));
}
