import type { Tx } from '@foundry/messaging';
import type { ChecksState } from '../../contracts/index.js';
import { tellPullRequests } from '../store-pull-requests.js';
import { takeVersions } from '../versions.js';

/** Shows what the checks of these pull requests of one repository add up to. */
export async function setChecks(
  tx: Tx,
  { organizationId, repositoryId }: { organizationId: string; repositoryId: string },
  numbers: readonly number[],
  checks: ChecksState,
): Promise<void> {
  if (numbers.length === 0) return;
  const first = await takeVersions(tx, organizationId, numbers.length);
  await tx.sql`
    update github_data.pull_requests p set checks = ${checks}, version = ${first}::int + b.place::int - 1
    from unnest(${numbers}::int[]) with ordinality as b(number, place)
    where p.organization_id = ${organizationId} and p.repository_id = ${repositoryId} and p.number = b.number`;
  await tellPullRequests(tx, organizationId, repositoryId, numbers);
}
