import type { TaskView } from '../contracts/index.js';
import type { Owner } from './task-owner.entity.js';
import type { Task } from './task.entity.js';

/** What GitHub does not have, by the last saved state of the machine; null: nothing was saved yet. */
export function unsavedWork({ sandbox }: Task): { commits: number; dirty: boolean } | null {
  const saved = sandbox?.lastCheckpoint ?? null;
  return saved && { commits: saved.unpushedCommits, dirty: saved.dirty };
}

/** A task as people see it, without its children. */
export function taskView(task: Task, owner: Owner): TaskView {
  const { taskId, organizationId, repositoryId, repositoryName, branch, baseBranch, fork, trustedBy, title } = task;
  const { lifecycle, archiveProposed, status, statusReason, failure, sandboxId, policy, version } = task;
  const work = unsavedWork(task);
  return {
    ...{ taskId, organizationId, repositoryId, repositoryName, branch, baseBranch, fork, trustedBy, title },
    ...{ lifecycle, archiveProposed, status, statusReason, failure, sandboxId, policy, version },
    owner: owner.view(),
    unpushed: work?.commits ?? null,
    dirty: work?.dirty ?? null,
    lastActivityAt: task.lastActivityAt.toISOString(),
    createdAt: task.createdAt.toISOString(),
    archivedAt: task.archivedAt?.toISOString() ?? null,
  };
}
