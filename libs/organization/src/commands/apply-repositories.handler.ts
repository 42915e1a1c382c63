import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { ApplyRepositories } from '../contracts/index.js';
import { mustBeFoundry } from './acting-member.js';
import { tellTasks } from './announce-tasks.js';
import { loadTasks } from './task-rows/load-tasks.js';

const Changed = z.array(z.object({ task_id: z.string() }));

/**
 * Rows follow their repository. Not available: virtual tasks are put away, real ones only flagged. Available again:
 * virtual ones with an open pull request are back. One statement, because a repository may have thousands.
 */
@CommandHandler(ApplyRepositories)
export class ApplyRepositoriesHandler extends Handler<ApplyRepositories> {
  async handle({ payload: { organizationId, repositories } }: ApplyRepositories, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const rows = await tx.sql`
      with news as (
        select s.task_id, r."fullName" as name, r.available,
          s.virtual and not r.available and s.archived_at is null as goes,
          s.virtual and r.available and s.archive_reason = 'repository_removed'
            and s.pull_request ->> 'state' = 'open' as returns
        from organization.task_summaries s
        join jsonb_to_recordset(${JSON.stringify(repositories)}::jsonb)
          as r("repositoryId" bigint, "fullName" text, available boolean) on r."repositoryId" = s.repository_id
        where s.organization_id = ${organizationId})
      update organization.task_summaries s set repository_name = n.name, repository_available = n.available,
        archived_at = case when n.goes then ${tx.now}::timestamptz when n.returns then null else s.archived_at end,
        archive_reason = case when n.goes then 'repository_removed' when n.returns then null else s.archive_reason end,
        version = s.version + 1
      from news n
      where s.organization_id = ${organizationId} and s.task_id = n.task_id
        and (s.repository_name <> n.name or s.repository_available <> n.available or n.goes or n.returns)
      returning s.task_id`;
    const taskIds = Changed.parse(rows).map(({ task_id: id }) => id);
    if (taskIds.length > 0) tellTasks(tx, organizationId, await loadTasks(tx, { organizationId, taskIds }));
    return null;
  }
}
