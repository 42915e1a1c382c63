import type { Tx } from '@foundry/messaging';
import { type PullRequestFacts, PullRequestsChanged, RefreshPullRequest } from '../contracts/index.js';
import { judge } from '../domain/applying.js';
import { contentHash } from '../domain/content-hash.js';
import { pullRequestView, type StoredPullRequest, storedPullRequests } from '../rows/pull-request-rows.js';
import { repositoryView, storedRepositories } from '../rows/repository-rows.js';
import { forgetChecks } from './checks/new-heads.js';
import { chunks } from './chunks.js';
import { takeVersions } from './versions.js';

const SHOWN = [
  'title', 'state', 'draft', 'url', 'headBranch', 'headSha', 'headRepositoryId', 'baseBranch', 'authorId', 'authorLogin',
] as const; // prettier-ignore

const isShownDifferently = (known: StoredPullRequest | undefined, facts: PullRequestFacts): boolean =>
  known === undefined || SHOWN.some((field) => known[field] !== facts[field]);

/**
 * The only way a pull request changes, whether a webhook, a list or a single answer (`fetched`) brought it. Its
 * repository must be stored. Tells what people see differently, and asks GitHub where two states have one time.
 */
export async function storePullRequests(
  tx: Tx,
  organizationId: string,
  repositoryId: string,
  facts: readonly PullRequestFacts[],
  source: { observedAt: Date; fetched: boolean },
): Promise<void> {
  if (facts.length === 0) return;
  const known = await storedPullRequests(
    tx,
    organizationId,
    repositoryId,
    facts.map(({ number }) => number),
  );
  const stored: { facts: PullRequestFacts; hash: string }[] = [];
  for (const fact of facts) {
    const hash = contentHash(fact);
    const before = known.get(fact.number);
    const verdict = judge(
      before
        ? {
            githubUpdatedAt: new Date(before.githubUpdatedAt),
            contentHash: before.contentHash,
            presumed: before.closedBy === 'vanished' || before.closedBy === 'removal',
          }
        : null,
      { ...fact, contentHash: hash },
      source.fetched,
    );
    if (verdict === 'store') stored.push({ facts: fact, hash });
    if (verdict === 'ask') tx.send(new RefreshPullRequest({ organizationId, repositoryId, number: fact.number }));
  }
  if (stored.length === 0) return;
  const first = await takeVersions(tx, organizationId, stored.length);
  const rows = stored.map(({ facts: fact, hash }, index) => ({
    ...fact,
    contentHash: hash,
    closedBy: fact.state === 'open' ? null : 'github',
    version: first + index,
  }));
  const inserted = tx.sql`
    insert into github_data.pull_requests as p (organization_id, repository_id, number, title, body, state, draft, url,
      head_branch, head_sha, head_repository_id, base_branch, author_id, author_login, author_avatar_url,
      author_association, labels, created_at, github_updated_at, closed_at, closed_by, merged_at, content_hash,
      observed_at, version)
    select ${organizationId}::bigint, ${repositoryId}::bigint, number, title, body, state, draft, url, "headBranch",
      "headSha", "headRepositoryId", "baseBranch", "authorId", "authorLogin", "authorAvatarUrl", "authorAssociation",
      labels, "createdAt", "githubUpdatedAt", "closedAt", "closedBy", "mergedAt", "contentHash", ${source.observedAt}, version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(number integer, title text, body text, state text,
      draft boolean, url text, "headBranch" text, "headSha" text, "headRepositoryId" bigint, "baseBranch" text,
      "authorId" bigint, "authorLogin" text, "authorAvatarUrl" text, "authorAssociation" text, labels jsonb,
      "createdAt" timestamptz, "githubUpdatedAt" timestamptz, "closedAt" timestamptz, "closedBy" text,
      "mergedAt" timestamptz, "contentHash" text, version integer)
    on conflict (organization_id, repository_id, number) do update set title = excluded.title, body = excluded.body,
      state = excluded.state, draft = excluded.draft, url = excluded.url, head_branch = excluded.head_branch,
      head_sha = excluded.head_sha, head_repository_id = excluded.head_repository_id,
      base_branch = excluded.base_branch, author_id = excluded.author_id, author_login = excluded.author_login,
      author_avatar_url = excluded.author_avatar_url, author_association = excluded.author_association,
      labels = excluded.labels, github_updated_at = excluded.github_updated_at, closed_at = excluded.closed_at,
      closed_by = excluded.closed_by, merged_at = excluded.merged_at, content_hash = excluded.content_hash,
      observed_at = greatest(p.observed_at, excluded.observed_at), version = excluded.version`;
  await Promise.all([
    inserted,
    rememberBranches(tx, organizationId, repositoryId, rows),
    forgetChecks(tx, organizationId, repositoryId, numbersOfNewHeads(known, rows)),
  ]);
  const told = rows.filter((row) => isShownDifferently(known.get(row.number), row)).map(({ number }) => number);
  await tellPullRequests(tx, organizationId, repositoryId, told);
}

/** Known ones that bring another commit now, or are open again. */
function numbersOfNewHeads(known: Map<number, StoredPullRequest>, rows: readonly PullRequestFacts[]): number[] {
  const isNew = ({ number, headSha, state }: PullRequestFacts): boolean => {
    const before = known.get(number);
    return before !== undefined && state === 'open' && (before.headSha !== headSha || before.state !== 'open');
  };
  return rows.filter(isNew).map(({ number }) => number);
}

/** Tells these pull requests as they are stored now, with the state of their repository. */
export async function tellPullRequests(
  tx: Tx,
  organizationId: string,
  repositoryId: string,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  const [repositories, stored] = await Promise.all([
    storedRepositories(tx, organizationId, [repositoryId]),
    storedPullRequests(tx, organizationId, repositoryId, numbers),
  ]);
  const repository = repositories.get(repositoryId);
  if (!repository) throw new Error(`Pull requests of repository ${repositoryId} are stored, but not the repository.`);
  for (const part of chunks([...stored.values()].sort((a, b) => a.number - b.number))) {
    const pullRequests = part.map(pullRequestView);
    const version = Math.max(...pullRequests.map((view) => view.version));
    const told = { organizationId, version, repositoryId, repository: repositoryView(repository), pullRequests };
    tx.emit(new PullRequestsChanged(told));
  }
}

/** Names for suggestions: branches of the repository itself that pull requests brought. */
async function rememberBranches(
  tx: Tx,
  organizationId: string,
  repositoryId: string,
  rows: readonly PullRequestFacts[],
): Promise<void> {
  const own = rows.filter(({ state, headRepositoryId }) => state === 'open' && headRepositoryId === repositoryId);
  if (own.length === 0) return;
  const names = [...new Map(own.map(({ headBranch, headSha }) => [headBranch, headSha]))];
  await tx.sql`
    insert into github_data.branches (organization_id, repository_id, name, head_sha, seen_at)
    select ${organizationId}::bigint, ${repositoryId}::bigint, name, sha, ${tx.now}
    from unnest(${names.map(([name]) => name)}::text[], ${names.map(([, sha]) => sha)}::text[]) as b(name, sha)
    on conflict (organization_id, repository_id, name) do update set head_sha = excluded.head_sha, seen_at = excluded.seen_at`;
}
