import type { ScratchDatabase } from '@foundry/messaging/testing';
import type { ListedStatus } from '../contracts/index.js';
import { ACME } from './people.js';

interface Traits {
  repositoryId?: string;
  title?: string;
  branch?: string;
  status?: ListedStatus;
  owner?: string;
  archived?: boolean;
  /** Spread of the last activity. */
  minutes?: number;
}

/** Stores tasks of Acme: `task 1`, `task 2`, … on branches of that name, virtual unless their status says otherwise. */
export async function insertTasks(database: ScratchDatabase, count: number, traits: Traits = {}): Promise<void> {
  const { repositoryId = '1', title = null, branch = null, status = 'virtual' } = traits;
  const { owner = null, archived = false, minutes = 1 } = traits;
  await database.sql`
    with made as (
      insert into organization.task_index (task_id, organization_id, repository_id, branch, head_key, fork, origin, created_at)
      select gen_random_uuid(), ${ACME}, ${repositoryId}, coalesce(${branch}, 'task ' || n),
        ${repositoryId} || ':' || coalesce(${branch}, 'task ' || n) || ' ' || gen_random_uuid(), false, 'pull_request', now()
      from generate_series(1, ${count}::int) n
      returning task_id, organization_id, repository_id, branch, created_at)
    insert into organization.task_summaries (task_id, organization_id, repository_id, repository_name, branch, title,
      title_source, virtual, status, archived_at, owner_user_id, owner_login, sessions, pull_request_count, branch_gone,
      repository_available, last_activity_at, task_version, version, created_at)
    select task_id, organization_id, repository_id, 'acme/r' || repository_id, branch, coalesce(${title}, branch),
      'pull_request', ${status} = 'virtual', ${status}, case when ${archived} then now() end,
      case when ${owner}::text is not null then 1 end, ${owner}, '[]', 0, false, true,
      timestamptz '2030-01-01 12:00Z' - (row_number() over (order by task_id) % ${minutes}::int) * interval '1 minute',
      0, 1, created_at
    from made`;
}
