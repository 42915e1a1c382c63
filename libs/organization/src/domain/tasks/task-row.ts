import { z } from 'zod';
import {
  ChecksState,
  ClosedBy,
  ListedSession,
  ListedStatus,
  PullRequestState,
  ReviewState,
  TaskPullRequest,
} from '../../contracts/index.js';

/** Columns that hold 64 bits arrive as text; these never leave the range that numbers are exact in. */
const counter = z.coerce.number().pipe(z.int());

/** A task of the list as it is stored: its row of `task_index` and that of `task_summaries`. */
export const TaskRow = z.object({
  taskId: z.string(),
  organizationId: z.string(),
  repositoryId: z.string(),
  branch: z.string(),
  headKey: z.string(),
  headRepositoryId: z.string().nullable(),
  fork: z.boolean(),
  origin: z.enum(['user', 'pull_request']),
  materializedAt: z.date().nullable(),
  releasedAt: z.date().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  repositoryName: z.string(),
  title: z.string(),
  titleSource: z.enum(['pull_request', 'prompt', 'user']),
  virtual: z.boolean(),
  status: ListedStatus,
  statusReason: z.string().nullable(),
  archivedAt: z.date().nullable(),
  archiveReason: z.string().nullable(),
  ownerUserId: z.string().nullable(),
  ownerLogin: z.string().nullable(),
  ownerAvatarUrl: z.string().nullable(),
  sessions: z.array(ListedSession),
  filesChanged: z.int().nullable(),
  linesAdded: z.int().nullable(),
  linesRemoved: z.int().nullable(),
  unpushed: z.int().nullable(),
  pullRequest: TaskPullRequest.nullable(),
  pullRequestCount: z.int(),
  branchGone: z.boolean(),
  repositoryAvailable: z.boolean(),
  lastActivityAt: z.date(),
  taskVersion: counter,
  version: z.int(),
});
export type TaskRow = z.infer<typeof TaskRow>;

/** A pull request of a task as it is stored. */
export const PullRequestRow = z.object({
  organizationId: z.string(),
  repositoryId: z.string(),
  number: z.int(),
  taskId: z.string(),
  state: PullRequestState,
  draft: z.boolean(),
  title: z.string(),
  url: z.string(),
  baseBranch: z.string(),
  authorLogin: z.string().nullable(),
  checks: ChecksState,
  review: ReviewState,
  openedAt: z.date(),
  closedAt: z.date().nullable(),
  closedBy: ClosedBy.nullable(),
  sourceVersion: counter,
  version: z.int(),
});
export type PullRequestRow = z.infer<typeof PullRequestRow>;
