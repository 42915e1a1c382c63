import type { TaskSeed } from '@foundry/task/contracts';
import type { ListedTask } from './listed-task.js';

/** What the task's module makes its row of. A pull request says the base; without one it is `base`. */
export function seedOf(task: ListedTask, base: string | null): TaskSeed {
  const { id: taskId, organizationId, repositoryId, repositoryName, branch, fork, title, pullRequest } = task.view();
  return {
    organizationId,
    taskId,
    repositoryId,
    repositoryName,
    branch,
    headRepositoryId: task.headRepositoryId,
    fork,
    baseBranch: pullRequest?.baseBranch ?? base,
    title,
    pullRequestNumber: pullRequest?.number ?? null,
  };
}
