import type { Tx } from '@foundry/messaging';
import { AccessChanged } from '../contracts/index.js';
import { takeVersions } from './versions.js';

/** What is known of this access is asked again before it counts. Neither named: all of the organization. */
export async function markStale(
  tx: Tx,
  organizationId: string,
  {
    userId = null,
    repositoryId = null,
  }: { userId?: string | null | undefined; repositoryId?: string | null | undefined },
): Promise<void> {
  await tx.sql`update github_data.repository_access set stale = true
    where organization_id = ${organizationId} and (${userId}::bigint is null or user_id = ${userId}::bigint)
      and (${repositoryId}::bigint is null or repository_id = ${repositoryId}::bigint)`;
}

/** The person may do nothing in this repository any more, or, without one, in none of the organization. */
export async function lowerAccess(
  tx: Tx,
  organizationId: string,
  userId: string,
  repositoryId: string | null,
): Promise<void> {
  await tx.sql`update github_data.repository_access set permission = 'none', stale = false, checked_at = ${tx.now}
    where organization_id = ${organizationId} and user_id = ${userId}
      and (${repositoryId}::bigint is null or repository_id = ${repositoryId}::bigint)`;
  const version = await takeVersions(tx, organizationId);
  const lowered = repositoryId === null ? [] : [{ repositoryId, permission: 'none' as const }];
  tx.emit(new AccessChanged({ organizationId, version, userId, all: repositoryId === null, lowered }));
}
