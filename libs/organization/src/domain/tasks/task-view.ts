import type { TaskSummary } from '../../contracts/index.js';
import type { TaskRow } from './task-row.js';

/** The row as everybody may see it who may see the task. */
export const taskView = (row: TaskRow): TaskSummary => ({
  id: row.taskId,
  organizationId: row.organizationId,
  repositoryId: row.repositoryId,
  repositoryName: row.repositoryName,
  repositoryAvailable: row.repositoryAvailable,
  branch: row.branch,
  branchGone: row.branchGone,
  fork: row.fork,
  virtual: row.virtual,
  status: row.status,
  statusReason: row.statusReason,
  title: row.title,
  titleSource: row.titleSource,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  archiveReason: row.archiveReason,
  owner:
    row.ownerUserId === null || row.ownerLogin === null
      ? null
      : { userId: row.ownerUserId, login: row.ownerLogin, avatarUrl: row.ownerAvatarUrl },
  sessions: row.sessions,
  filesChanged: row.filesChanged,
  linesAdded: row.linesAdded,
  linesRemoved: row.linesRemoved,
  unpushed: row.unpushed,
  pullRequest: row.pullRequest,
  pullRequestCount: row.pullRequestCount,
  lastActivityAt: row.lastActivityAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
  version: row.version,
});
