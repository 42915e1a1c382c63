import type { ActivityKind, AppliedPullRequest, Settings } from '../../contracts/index.js';
import { headKeyOf } from './head-key.js';
import { ListedTask } from './listed-task.js';

/** The pull requests of one repository, as they came. */
export interface PullRequestBatch {
  organizationId: string;
  repositoryId: string;
  repositoryName: string;
  pullRequests: readonly AppliedPullRequest[];
}

type Rules = Pick<Settings, 'autoArchive' | 'pullRequestTasks' | 'excludeAuthors'>;

/** What a batch came to: the tasks that it touched, and what is told beside their rows. */
export interface AppliedBatch {
  tasks: ListedTask[];
  created: number;
  archived: number;
  toArchive: { taskId: string; reason: 'merged' | 'closed'; number: number }[];
  activity: { task: ListedTask; number: number; kind: ActivityKind; at: string }[];
}

/**
 * Section 8 of the specification: each pull request in order, on the tasks that have it or its branch. It decides and
 * makes nothing but rows of the list; `newId` gives ids of new ones.
 */
export function applyPullRequests(
  known: readonly ListedTask[],
  batch: PullRequestBatch,
  rules: Rules,
  now: Date,
  newId: (pull: AppliedPullRequest) => string,
): AppliedBatch {
  const byHead = new Map(known.map((task) => [task.headKey, task]));
  const byNumber = new Map(known.flatMap((task) => task.numbers.map((number) => [number, task] as const)));
  const touched = new Set<ListedTask>();
  const applied: AppliedBatch = { tasks: [], created: 0, archived: 0, toArchive: [], activity: [] };

  for (const pull of batch.pullRequests) {
    const linked = byNumber.get(pull.number);
    if (linked ? !linked.isNews(pull) : pull.state !== 'open') continue;
    const headKey = headKeyOf(pull);
    const found = linked ?? byHead.get(headKey);
    if (!found && !isShown(pull, batch.repositoryId, rules)) continue;
    const task = found ?? ListedTask.begin(virtualTask(batch, pull, headKey, newId(pull)), now);
    if (!found) applied.created += 1;
    byHead.set(task.headKey, task);
    byNumber.set(pull.number, task);
    touched.add(task);

    const wasArchived = task.isArchived;
    const { happened, asksToArchive } = task.applyPullRequest(pull, rules.autoArchive, now);
    if (task.isArchived && !wasArchived) applied.archived += 1;
    if (asksToArchive) applied.toArchive.push({ taskId: task.id, ...asksToArchive });
    const at = pull.updatedAt;
    applied.activity.push(...happened.map((kind) => ({ task, number: pull.number, kind, at })));
  }
  applied.tasks = [...touched];
  return applied;
}

/** Whether the settings let a pull request without a task appear as one. */
function isShown(pull: AppliedPullRequest, repositoryId: string, { pullRequestTasks, excludeAuthors }: Rules): boolean {
  if (pullRequestTasks === 'none') return false;
  if (pullRequestTasks === 'same_repository' && pull.headRepositoryId !== repositoryId) return false;
  const author = pull.authorLogin?.toLowerCase();
  return !excludeAuthors.some((login) => login.toLowerCase() === author);
}

const virtualTask = (batch: PullRequestBatch, pull: AppliedPullRequest, headKey: string, taskId: string) => ({
  taskId,
  organizationId: batch.organizationId,
  repositoryId: batch.repositoryId,
  repositoryName: batch.repositoryName,
  branch: pull.headBranch,
  headKey,
  headRepositoryId: pull.headRepositoryId,
  title: pull.title,
  titleSource: 'pull_request' as const,
  createdBy: null,
});
