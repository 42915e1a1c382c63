import type { Tx } from '@foundry/messaging';
import type { ListedTask } from '../../domain/tasks/listed-task.js';
import { TaskRow } from '../../domain/tasks/task-row.js';
import { toColumns } from './columns.js';

const ofBoth = { taskId: true, organizationId: true, repositoryId: true, branch: true, createdAt: true } as const;
const ofIndex = {
  headKey: true,
  headRepositoryId: true,
  fork: true,
  origin: true,
  materializedAt: true,
  releasedAt: true,
  createdBy: true,
} as const;
const IndexRow = TaskRow.pick({ ...ofBoth, ...ofIndex });
const SummaryRow = TaskRow.omit(ofIndex);

/**
 * Writes what changed of the tasks, one statement for each table, however many. Returns those whose row people see anew.
 * A branch never changes after its insertion, so no update names it.
 */
export async function saveTasks(tx: Tx, tasks: readonly ListedTask[]): Promise<ListedTask[]> {
  const changes = tasks.map((task) => ({ task, ...task.changes() }));
  const rows = changes.flatMap(({ row }) => (row ? [row] : []));
  const pulls = changes.flatMap((change) => change.pulls);
  const fresh = changes.flatMap(({ row, isNew }) => (row && isNew ? [row] : []));
  const kept = changes.flatMap(({ row, isNew }) => (row && !isNew ? [row] : []));
  if (fresh.length > 0) await insertIndex(tx, fresh);
  if (kept.length > 0) await updateIndex(tx, kept);
  if (rows.length > 0) await writeSummaries(tx, rows);
  if (pulls.length > 0) await writePullRequests(tx, pulls);
  return changes.filter(({ isChanged }) => isChanged).map(({ task }) => task);
}

async function insertIndex(tx: Tx, rows: readonly TaskRow[]): Promise<void> {
  await tx.sql`insert into organization.task_index
    select * from jsonb_populate_recordset(null::organization.task_index,
      ${toColumns(rows.map((row) => IndexRow.parse(row)))}::jsonb)`;
}

async function updateIndex(tx: Tx, rows: readonly TaskRow[]): Promise<void> {
  await tx.sql`update organization.task_index i set materialized_at = n.materialized_at
    from jsonb_populate_recordset(null::organization.task_index,
      ${toColumns(rows.map((row) => IndexRow.parse(row)))}::jsonb) n
    where i.organization_id = n.organization_id and i.task_id = n.task_id
      and i.materialized_at is distinct from n.materialized_at`;
}

async function writeSummaries(tx: Tx, rows: readonly TaskRow[]): Promise<void> {
  await tx.sql`insert into organization.task_summaries
    select * from jsonb_populate_recordset(null::organization.task_summaries,
      ${toColumns(rows.map((row) => SummaryRow.parse(row)))}::jsonb)
    on conflict (task_id) do update set repository_name = excluded.repository_name, title = excluded.title,
      title_source = excluded.title_source, virtual = excluded.virtual, status = excluded.status,
      status_reason = excluded.status_reason, archived_at = excluded.archived_at,
      archive_reason = excluded.archive_reason, owner_user_id = excluded.owner_user_id,
      owner_login = excluded.owner_login, owner_avatar_url = excluded.owner_avatar_url, sessions = excluded.sessions,
      files_changed = excluded.files_changed, lines_added = excluded.lines_added,
      lines_removed = excluded.lines_removed, unpushed = excluded.unpushed, pull_request = excluded.pull_request,
      pull_request_count = excluded.pull_request_count, branch_gone = excluded.branch_gone,
      repository_available = excluded.repository_available, last_activity_at = excluded.last_activity_at,
      task_version = excluded.task_version, version = excluded.version`;
}

async function writePullRequests(tx: Tx, rows: readonly object[]): Promise<void> {
  await tx.sql`insert into organization.task_pull_requests
    select * from jsonb_populate_recordset(null::organization.task_pull_requests, ${toColumns(rows)}::jsonb)
    on conflict (organization_id, repository_id, number) do update set state = excluded.state, draft = excluded.draft,
      title = excluded.title, url = excluded.url, base_branch = excluded.base_branch,
      author_login = excluded.author_login, checks = excluded.checks, review = excluded.review,
      opened_at = excluded.opened_at, closed_at = excluded.closed_at, closed_by = excluded.closed_by,
      source_version = excluded.source_version, version = excluded.version`;
}
