import type { TaskRow } from './task-row.js';

/** What is known of a task when it appears. */
export interface NewTask {
  taskId: string;
  organizationId: string;
  repositoryId: string;
  repositoryName: string;
  branch: string;
  headKey: string;
  headRepositoryId: string | null;
  title: string;
  titleSource: TaskRow['titleSource'];
  /** Null: it came with a pull request and is virtual. */
  createdBy: string | null;
}

/** The rows of a task that nothing happened to yet. */
export function newTaskRow(task: NewTask, now: Date): TaskRow {
  const isVirtual = task.createdBy === null;
  return {
    ...task,
    fork: task.headRepositoryId !== task.repositoryId,
    origin: isVirtual ? 'pull_request' : 'user',
    virtual: isVirtual,
    status: isVirtual ? 'virtual' : 'queued',
    statusReason: null,
    materializedAt: isVirtual ? null : now,
    releasedAt: null,
    createdAt: now,
    archivedAt: null,
    archiveReason: null,
    ownerUserId: null,
    ownerLogin: null,
    ownerAvatarUrl: null,
    sessions: [],
    filesChanged: null,
    linesAdded: null,
    linesRemoved: null,
    unpushed: null,
    pullRequest: null,
    pullRequestCount: 0,
    branchGone: false,
    repositoryAvailable: true,
    // that of a virtual task is what GitHub says, which its pull request tells next
    lastActivityAt: isVirtual ? new Date(0) : now,
    taskVersion: 0,
    version: 1,
  };
}
