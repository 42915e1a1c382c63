import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { Prune } from '../contracts/index.js';

/** Payloads 7 days, receipts 30, what ended at GitHub 90, ended runs and operations 30; 500 branch names for each repository. */
@CommandHandler(Prune)
export class PruneHandler extends Handler<Prune> {
  async handle(_command: Prune, tx: Tx): Promise<null> {
    const { now } = tx;
    await tx.sql`update github_data.webhook_deliveries set payload = null
      where payload is not null and received_at < ${now}::timestamptz - interval '7 days'`;
    await tx.sql`delete from github_data.webhook_deliveries where received_at < ${now}::timestamptz - interval '30 days'`;
    await tx.sql`delete from github_data.pull_requests
      where state <> 'open' and closed_at < ${now}::timestamptz - interval '90 days'`;
    await tx.sql`delete from github_data.repositories
      where state = 'removed' and removed_at < ${now}::timestamptz - interval '90 days'`;
    await tx.sql`delete from github_data.sync_run_repositories where run_id in (
      select run_id from github_data.sync_runs where finished_at < ${now}::timestamptz - interval '30 days')`;
    await tx.sql`delete from github_data.sync_runs where finished_at < ${now}::timestamptz - interval '30 days'`;
    await tx.sql`delete from github_data.operations where finished_at < ${now}::timestamptz - interval '30 days'`;
    await tx.sql`delete from github_data.install_claims where expires_at < ${now}::timestamptz - interval '1 day'`;
    await tx.sql`delete from github_data.branches b using (
        select organization_id, repository_id, name, row_number() over (
          partition by organization_id, repository_id order by seen_at desc) as place from github_data.branches) old
      where old.place > 500 and b.organization_id = old.organization_id and b.repository_id = old.repository_id
        and b.name = old.name`;
    return null;
  }
}
