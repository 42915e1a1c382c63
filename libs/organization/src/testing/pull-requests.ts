import type { PullRequestView, RepositoryView } from '@foundry/github-data/contracts';
import type { AppliedPullRequest, Settings } from '../contracts/index.js';
import { DEFAULT_SETTINGS } from '../contracts/index.js';
import { applyPullRequests } from '../domain/tasks/apply-pull-requests.js';
import type { ListedTask } from '../domain/tasks/listed-task.js';

/** Builders for tests: pull requests of acme/web (70), whose branches are in that repository unless said otherwise. */
export const WEB = '70';
export const FORK = '71';

export const at = (minute: number): string => new Date(Date.UTC(2030, 0, 1, 12, minute)).toISOString();

/** An open pull request; `version` is also the minute of its last change. */
export function aPull(number: number, over: Partial<AppliedPullRequest> = {}): AppliedPullRequest {
  const { version = 1 } = over;
  return {
    number,
    state: 'open',
    draft: false,
    title: `Pull request ${String(number)}`,
    url: `https://github.com/acme/web/pull/${String(number)}`,
    headBranch: `branch-${String(number)}`,
    headRepositoryId: WEB,
    baseBranch: 'main',
    authorLogin: 'octocat',
    checks: 'none',
    review: 'none',
    openedAt: at(0),
    updatedAt: at(version),
    closedAt: over.state === undefined || over.state === 'open' ? null : at(version),
    closedBy: over.state === undefined || over.state === 'open' ? null : 'github',
    version,
    ...over,
  };
}

export const aClosed = (number: number, version: number, over: Partial<AppliedPullRequest> = {}): AppliedPullRequest =>
  aPull(number, { state: 'closed', version, ...over });
export const aMerged = (number: number, version: number, over: Partial<AppliedPullRequest> = {}): AppliedPullRequest =>
  aPull(number, { state: 'merged', version, ...over });

/** Decides a batch on tasks in memory: `tasks` grows by those that it makes. */
export function applied(
  tasks: ListedTask[],
  pullRequests: AppliedPullRequest[],
  rules: Partial<Settings> = {},
  now = new Date(at(30)),
) {
  const batch = { organizationId: '7', repositoryId: WEB, repositoryName: 'acme/web', pullRequests };
  const decided = applyPullRequests(tasks, batch, { ...DEFAULT_SETTINGS, ...rules }, now, ({ number }) => idOf(number));
  for (const task of decided.tasks) if (!tasks.includes(task)) tasks.push(task);
  return decided;
}

/** The id of the task that a pull request makes. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The same pull request as `github-data` tells it. */
export const asNews = ({ openedAt, updatedAt, authorLogin, ...pull }: AppliedPullRequest): PullRequestView => ({
  ...pull,
  organizationId: '7',
  repositoryId: WEB,
  headSha: 'a'.repeat(40),
  authorId: null,
  authorLogin: authorLogin ?? 'ghost',
  authorAvatarUrl: null,
  labels: [],
  createdAt: openedAt,
  githubUpdatedAt: updatedAt,
  mergedAt: pull.state === 'merged' ? pull.closedAt : null,
});

/** Its repository as `github-data` tells it. */
export const aRepository = (over: Partial<RepositoryView> = {}): RepositoryView => ({
  organizationId: '7',
  repositoryId: WEB,
  fullName: 'acme/web',
  private: false,
  archived: false,
  fork: false,
  defaultBranch: 'main',
  pushedAt: null,
  state: 'available',
  removedAt: null,
  pullsSyncedAt: null,
  syncError: null,
  version: 1,
  ...over,
});
