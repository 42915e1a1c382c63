import type { TaskPullRequest } from '../../contracts/index.js';
import type { PullRequestRow } from './task-row.js';

/** The open one with the highest number, else the one that was closed last. A close without a time is the newest. */
export function shownPullRequest(pulls: readonly PullRequestRow[]): PullRequestRow | null {
  const open = pulls.filter(({ state }) => state === 'open').sort((a, b) => b.number - a.number);
  const closed = pulls
    .filter(({ state }) => state !== 'open')
    .sort((a, b) => closedAt(b) - closedAt(a) || b.number - a.number);
  return open[0] ?? closed[0] ?? null;
}

const closedAt = (pull: PullRequestRow): number => pull.closedAt?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** What lists show of it. */
export const pullRequestView = (pull: PullRequestRow): TaskPullRequest => ({
  number: pull.number,
  state: pull.state,
  draft: pull.draft,
  title: pull.title,
  url: pull.url,
  baseBranch: pull.baseBranch,
  authorLogin: pull.authorLogin,
  checks: pull.checks,
  review: pull.review,
  openedAt: pull.openedAt.toISOString(),
  closedAt: pull.closedAt?.toISOString() ?? null,
  closedBy: pull.closedBy,
});
