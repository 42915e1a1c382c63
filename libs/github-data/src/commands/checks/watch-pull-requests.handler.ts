import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { WatchPullRequests } from '../../contracts/index.js';
import { askForChecks } from './ask-for-checks.js';
import { setChecks } from './set-checks.js';

const Changed = z.array(
  z.object({
    repositoryId: z.string(),
    number: z.int(),
    headSha: z.string(),
    isOpen: z.boolean(),
    watched: z.boolean(),
    checks: z.string(),
  }),
);

/** Checks cost a call each time, so they are read for pull requests that somebody works on, and for no other. */
@CommandHandler(WatchPullRequests)
export class WatchPullRequestsHandler extends Handler<WatchPullRequests> {
  async handle({ payload: { organizationId, pullRequests } }: WatchPullRequests, tx: Tx): Promise<null> {
    const changed = Changed.parse(
      await tx.sql`
        update github_data.pull_requests p set watched = w.watched
        from jsonb_to_recordset(${JSON.stringify(pullRequests)}::jsonb)
          as w("repositoryId" bigint, number integer, watched boolean)
        where p.organization_id = ${organizationId} and p.repository_id = w."repositoryId" and p.number = w.number
          and p.watched <> w.watched
        returning p.repository_id as "repositoryId", p.number, p.head_sha as "headSha", p.state = 'open' as "isOpen",
          p.watched, p.checks`,
    );
    const commits = new Map(
      changed
        .filter(({ watched, isOpen }) => watched && isOpen)
        .map(({ repositoryId, headSha }) => [`${repositoryId} ${headSha}`, { organizationId, repositoryId, headSha }]),
    );
    for (const commit of commits.values()) await askForChecks(tx, commit);
    for (const { repositoryId, number, watched, checks } of changed) {
      if (!watched && checks !== 'none') await setChecks(tx, { organizationId, repositoryId }, [number], 'none');
    }
    return null;
  }
}
