import type { TaskView } from '../contracts/index.js';
import type { Changes } from './changes.entity.js';
import type { Owner } from './task-owner.entity.js';
import type { Task } from './task.entity.js';

/**
 * What GitHub does not have, by the last saved state of the machine; null: nothing was saved yet. Once that state was
 * read, what was pushed before is not counted, though its branch may be gone.
 */
export function unsavedWork({ sandbox }: Task, changes: Changes | null): { commits: number; dirty: boolean } | null {
  const saved = sandbox?.lastCheckpoint ?? null;
  const isRead = saved !== null && changes?.checkpointId === saved.checkpointId;
  if (isRead) return { commits: changes.unpushed, dirty: changes.dirty };
  return saved && { commits: saved.unpushedCommits, dirty: saved.dirty };
}

/** A task as people see it, without its children. */
export function taskView(task: Task, owner: Owner, changes: Changes | null): TaskView {
  const { taskId, organizationId, repositoryId, repositoryName, branch, baseBranch, fork, trustedBy, title } = task;
  const { branchMade } = task;
  const { lifecycle, archiveProposed, status, statusReason, failure, sandboxId, policy, pullRequest, version } = task;
  const work = unsavedWork(task, changes);
  return {
    ...{ taskId, organizationId, repositoryId, repositoryName, branch, baseBranch, fork, trustedBy, title },
    branchMade,
    ...{ lifecycle, archiveProposed, status, statusReason, failure, sandboxId, policy, pullRequest, version },
    owner: owner.view(),
    unpushed: work?.commits ?? null,
    dirty: work?.dirty ?? null,
    lastActivityAt: task.lastActivityAt.toISOString(),
    createdAt: task.createdAt.toISOString(),
    archivedAt: task.archivedAt?.toISOString() ?? null,
  };
}
