import { z } from 'zod';
import { ListedStatus, RepositoryTaskCounts, TaskSummary } from '../contracts/index.js';
import { ListedSession, TaskPullRequest } from '../contracts/index.js';

const time = z.date().transform((at) => at.toISOString());

/** What the statements of lists select, as a view. */
export const SummaryRow = z
  .object({
    task_id: z.string(),
    organization_id: z.string(),
    repository_id: z.string(),
    repository_name: z.string(),
    repository_available: z.boolean(),
    branch: z.string(),
    branch_gone: z.boolean(),
    fork: z.boolean(),
    virtual: z.boolean(),
    status: ListedStatus,
    status_reason: z.string().nullable(),
    title: z.string(),
    title_source: TaskSummary.shape.titleSource,
    archived_at: time.nullable(),
    archive_reason: z.string().nullable(),
    owner_user_id: z.string().nullable(),
    owner_login: z.string().nullable(),
    owner_avatar_url: z.string().nullable(),
    sessions: z.array(ListedSession),
    files_changed: z.int().nullable(),
    lines_added: z.int().nullable(),
    lines_removed: z.int().nullable(),
    unpushed: z.int().nullable(),
    pull_request: TaskPullRequest.nullable(),
    pull_request_count: z.int(),
    last_activity_at: time,
    created_at: time,
    version: z.int(),
  })
  .transform((row): TaskSummary => ({
    id: row.task_id,
    organizationId: row.organization_id,
    repositoryId: row.repository_id,
    repositoryName: row.repository_name,
    repositoryAvailable: row.repository_available,
    branch: row.branch,
    branchGone: row.branch_gone,
    fork: row.fork,
    virtual: row.virtual,
    status: row.status,
    statusReason: row.status_reason,
    title: row.title,
    titleSource: row.title_source,
    archivedAt: row.archived_at,
    archiveReason: row.archive_reason,
    owner:
      row.owner_user_id === null || row.owner_login === null
        ? null
        : { userId: row.owner_user_id, login: row.owner_login, avatarUrl: row.owner_avatar_url },
    sessions: row.sessions,
    filesChanged: row.files_changed,
    linesAdded: row.lines_added,
    linesRemoved: row.lines_removed,
    unpushed: row.unpushed,
    pullRequest: row.pull_request,
    pullRequestCount: row.pull_request_count,
    lastActivityAt: row.last_activity_at,
    createdAt: row.created_at,
    version: row.version,
  }));

export const CountsRow = z
  .object({ ...RepositoryTaskCounts.shape, latestActivityAt: time.nullable() })
  .pipe(RepositoryTaskCounts);

/** Where a page of tasks ends: newest activity first, ties by id. */
export const TaskPosition = z.tuple([z.iso.datetime(), z.uuid()]);
export type TaskPosition = z.infer<typeof TaskPosition>;
export const taskPositionOf = ({ lastActivityAt, id }: TaskSummary): TaskPosition => [lastActivityAt, id];
