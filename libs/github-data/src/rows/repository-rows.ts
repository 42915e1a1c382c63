import { z } from 'zod';
import { RepositoryView } from '../contracts/index.js';
import { type Reader, shown } from './reader.js';

export const RepositoryRow = RepositoryView.extend({
  pushedAt: shown.nullable(),
  removedAt: shown.nullable(),
  pullsSyncedAt: shown.nullable(),
});

/** A stored repository with what is compared and not shown. */
export const StoredRepository = RepositoryRow.extend({
  openIssues: z.int(),
  githubUpdatedAt: z.date().nullable(),
  observedAt: z.date(),
});
export type StoredRepository = z.output<typeof StoredRepository>;

/** Those of these ids that are known, removed ones included. */
export async function storedRepositories(
  reader: Reader,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, StoredRepository>> {
  const rows = await reader.sql`
    select organization_id as "organizationId", repository_id as "repositoryId", full_name as "fullName", private,
      archived, fork, default_branch as "defaultBranch", pushed_at as "pushedAt", state, removed_at as "removedAt",
      pulls_synced_at as "pullsSyncedAt", sync_error as "syncError", version, open_issues as "openIssues",
      github_updated_at as "githubUpdatedAt", observed_at as "observedAt"
    from github_data.repositories
    where organization_id = ${organizationId} and repository_id = any(${ids}::bigint[])`;
  return new Map(
    StoredRepository.array()
      .parse(rows)
      .map((row) => [row.repositoryId, row]),
  );
}

/** What of a stored repository people are shown. */
export const repositoryView = (stored: StoredRepository): RepositoryView => RepositoryView.parse(stored);
