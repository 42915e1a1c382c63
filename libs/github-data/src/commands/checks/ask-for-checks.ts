import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { FetchChecks, RefreshChecks } from '../../contracts/index.js';

/** CI tells much at once; what it adds up to is read when it was quiet for this long. */
const QUIET_MS = 5_000;

const Place = z.array(
  z.object({
    fullName: z.string(),
    installationId: z.string(),
    permissions: z.record(z.string(), z.string()),
  }),
);

export interface Commit {
  organizationId: string;
  repositoryId: string;
  headSha: string;
}

/** Whether an open pull request that somebody works on brings this commit. */
export async function isWatched(tx: Tx, { organizationId, repositoryId, headSha }: Commit): Promise<boolean> {
  const rows = await tx.sql`select 1 from github_data.pull_requests where organization_id = ${organizationId}
    and repository_id = ${repositoryId} and head_sha = ${headSha} and watched and state = 'open' limit 1`;
  return rows.length > 0;
}

/** Reads the checks of a commit now, if the App can read there. */
export async function askForChecks(tx: Tx, commit: Commit): Promise<void> {
  const { organizationId, repositoryId } = commit;
  const [place] = Place.parse(
    await tx.sql`
      select r.full_name as "fullName", i.installation_id as "installationId", i.permissions
      from github_data.repositories r join github_data.installations i on i.organization_id = r.organization_id
      where r.organization_id = ${organizationId} and r.repository_id = ${repositoryId} and r.state = 'available'
        and i.state = 'active'`,
  );
  if (!place) return;
  await tx.sql`update github_data.pull_requests set checks_asked_at = ${tx.now} where organization_id = ${organizationId}
    and repository_id = ${repositoryId} and head_sha = ${commit.headSha} and watched`;
  tx.perform(new FetchChecks({ ...commit, ...place }));
}

/** Reads the checks of a commit once nothing more was told of them for a while. */
export function askWhenQuiet(tx: Tx, commit: Commit): void {
  const { organizationId, repositoryId, headSha } = commit;
  const due = new Date(tx.now.getTime() + QUIET_MS);
  tx.schedule(`github-checks:${organizationId}:${repositoryId}:${headSha}`, due, new RefreshChecks(commit));
}
