import type { Tx } from '@foundry/messaging';
import { RepositoriesChanged, type RepositoryFacts, type RepositoryView } from '../contracts/index.js';
import { judgeRepository, mergeRepository } from '../domain/repository-state.js';
import { repositoryView, storedRepositories } from '../rows/repository-rows.js';
import { chunks } from './chunks.js';
import { takeVersions } from './versions.js';

/**
 * Takes over what a list or an event says about repositories and tells those that people see differently now.
 * `observedAt` is when our request began, or the event came. An event never brings a removed repository back; a list does.
 * Answers which of them the App can see.
 */
export async function storeRepositories(
  tx: Tx,
  organizationId: string,
  facts: readonly RepositoryFacts[],
  source: { observedAt: Date; by: 'list' | 'event' },
): Promise<ReadonlySet<string>> {
  const unique = [...new Map(facts.map((fact) => [fact.repositoryId, fact])).values()];
  const known = await storedRepositories(
    tx,
    organizationId,
    unique.map(({ repositoryId }) => repositoryId),
  );
  const judged = unique.flatMap((fact) => {
    const stored = known.get(fact.repositoryId) ?? null;
    const verdict = judgeRepository(stored, fact, source);
    return verdict === 'skip'
      ? []
      : [{ ...mergeRepository(organizationId, stored, fact, source), shown: verdict === 'show' }];
  });
  const seen = new Set([
    ...unique.map((fact) => fact.repositoryId).filter((id) => known.get(id)?.state === 'available'),
    ...judged.map(({ repositoryId }) => repositoryId),
  ]);
  if (judged.length === 0) return seen;
  const told = judged.filter(({ shown }) => shown);
  const first = told.length > 0 ? await takeVersions(tx, organizationId, told.length) : 0;
  const versions = new Map(told.map(({ repositoryId }, index) => [repositoryId, first + index]));
  const rows = judged.map(({ shown: _shown, ...row }) => ({
    ...row,
    version: versions.get(row.repositoryId) ?? row.version,
  }));
  await tx.sql`
    insert into github_data.repositories as r (organization_id, repository_id, full_name, private, archived, fork,
      default_branch, open_issues, pushed_at, github_updated_at, state, removed_at, observed_at, version)
    select ${organizationId}::bigint, "repositoryId", "fullName", private, archived, fork, "defaultBranch", "openIssues",
      "pushedAt", "githubUpdatedAt", 'available', null, "observedAt", version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("repositoryId" bigint, "fullName" text,
      private boolean, archived boolean, fork boolean, "defaultBranch" text, "openIssues" integer, "pushedAt" timestamptz,
      "githubUpdatedAt" timestamptz, "observedAt" timestamptz, version integer)
    on conflict (organization_id, repository_id) do update set full_name = excluded.full_name,
      private = excluded.private, archived = excluded.archived, fork = excluded.fork,
      default_branch = excluded.default_branch, open_issues = excluded.open_issues, pushed_at = excluded.pushed_at,
      github_updated_at = excluded.github_updated_at, state = 'available', removed_at = null,
      observed_at = greatest(r.observed_at, excluded.observed_at), version = excluded.version`;
  await tellRepositories(tx, organizationId, [...versions.keys()]);
  return seen;
}

/** Tells these repositories as they are stored now. */
export async function tellRepositories(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const stored = await storedRepositories(tx, organizationId, ids);
  const views: RepositoryView[] = [...stored.values()].map(repositoryView);
  for (const repositories of chunks(views)) {
    const version = Math.max(...repositories.map((view) => view.version));
    tx.emit(new RepositoriesChanged({ organizationId, version, repositories }));
  }
}
