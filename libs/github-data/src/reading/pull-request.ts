import { z } from 'zod';
import type { PullRequestFacts } from '../contracts/index.js';
import { cut, GithubId, GithubTime, GithubUser } from './values.js';

const Side = z.object({
  ref: cut(1_024),
  sha: z.string().max(64),
  repo: z.object({ id: GithubId }).nullish(),
});

/** A pull request in lists, alone, and in events. In lists only `merged_at` tells that it was merged. */
export const GithubPullRequest = z.object({
  number: z.int().min(1),
  title: cut(1_024),
  body: cut(65_536).nullish(),
  state: z.enum(['open', 'closed']),
  merged: z.boolean().nullish(),
  draft: z.boolean().nullish(),
  html_url: z.string().max(2_000),
  head: Side,
  base: Side,
  user: GithubUser.nullish(),
  author_association: z.string().max(40).nullish(),
  labels: z.array(z.object({ name: cut(200) })).nullish(),
  created_at: GithubTime,
  updated_at: GithubTime,
  closed_at: GithubTime.nullish(),
  merged_at: GithubTime.nullish(),
});
export type GithubPullRequest = z.output<typeof GithubPullRequest>;

/** Largest body that is kept. */
const BODY_BYTES = 65_536;

export function pullRequestFacts(repositoryId: string, pull: GithubPullRequest): PullRequestFacts {
  const merged = pull.merged === true || (pull.merged_at ?? null) !== null;
  return {
    repositoryId,
    number: pull.number,
    title: pull.title,
    body: withinBytes(pull.body ?? '', BODY_BYTES),
    state: merged ? 'merged' : pull.state,
    draft: pull.draft ?? false,
    url: pull.html_url,
    headBranch: pull.head.ref,
    headSha: pull.head.sha,
    headRepositoryId: pull.head.repo?.id ?? null,
    baseBranch: pull.base.ref,
    authorId: pull.user?.id ?? null,
    authorLogin: pull.user?.login ?? 'ghost',
    authorAvatarUrl: pull.user?.avatar_url ?? null,
    authorAssociation: pull.author_association ?? 'NONE',
    labels: (pull.labels ?? []).slice(0, 100).map(({ name }) => name),
    createdAt: pull.created_at,
    githubUpdatedAt: pull.updated_at,
    closedAt: pull.closed_at ?? null,
    mergedAt: pull.merged_at ?? null,
  };
}

function withinBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  return new TextDecoder().decode(bytes.subarray(0, limit), { stream: true });
}
