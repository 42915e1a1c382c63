import { z } from 'zod';
import { PullRequestView } from '../contracts/index.js';
import { type Reader, shown } from './reader.js';

export const PullRequestRow = PullRequestView.extend({
  createdAt: shown,
  githubUpdatedAt: shown,
  closedAt: shown.nullable(),
  mergedAt: shown.nullable(),
});

export const StoredPullRequest = PullRequestRow.extend({ contentHash: z.string(), observedAt: z.date() });
export type StoredPullRequest = z.output<typeof StoredPullRequest>;

/** Those of these numbers that are known. */
export async function storedPullRequests(
  reader: Reader,
  organizationId: string,
  repositoryId: string,
  numbers: readonly number[],
): Promise<Map<number, StoredPullRequest>> {
  const rows = await reader.sql`
    select organization_id as "organizationId", repository_id as "repositoryId", number, title, state, draft, url,
      head_branch as "headBranch", head_sha as "headSha", head_repository_id as "headRepositoryId",
      base_branch as "baseBranch", author_id as "authorId", author_login as "authorLogin",
      author_avatar_url as "authorAvatarUrl", labels, review, checks, created_at as "createdAt",
      github_updated_at as "githubUpdatedAt", closed_at as "closedAt", closed_by as "closedBy",
      merged_at as "mergedAt", content_hash as "contentHash", observed_at as "observedAt", version
    from github_data.pull_requests
    where organization_id = ${organizationId} and repository_id = ${repositoryId} and number = any(${numbers}::int[])`;
  return new Map(
    StoredPullRequest.array()
      .parse(rows)
      .map((row) => [row.number, row]),
  );
}

export const pullRequestView = (stored: StoredPullRequest): PullRequestView => PullRequestView.parse(stored);
