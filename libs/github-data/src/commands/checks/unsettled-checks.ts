import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { askForChecks } from './ask-for-checks.js';

/** Commits that one sweep asks about, two calls for each; the others wait for the next. */
const MOST = 20;

const Commits = z.array(z.object({ repositoryId: z.string(), headSha: z.string() }));

/**
 * Asks again about checks of watched pull requests that run still or could not be read: the event that would end it may
 * have been lost. The longer nothing happened at a pull request, the more seldom, from five minutes to six hours. While
 * little is left of the budget nothing is asked.
 */
export async function askAboutUnsettled(tx: Tx, organizationId: string): Promise<void> {
  const commits = Commits.parse(
    await tx.sql`
      select p.repository_id as "repositoryId", p.head_sha as "headSha"
      from github_data.pull_requests p join github_data.installations i
        on i.organization_id = p.organization_id and i.state = 'active'
      where p.organization_id = ${organizationId} and p.watched and p.state = 'open'
        and p.checks in ('pending', 'unknown')
        and (p.checks_asked_at is null or p.checks_asked_at <= ${tx.now}::timestamptz
          - greatest(interval '4 minutes', least(interval '6 hours', (p.checks_asked_at - p.github_updated_at) / 4)))
        and not exists (select from github_data.rate_budgets b where b.budget_key = 'installation:' || i.installation_id
          and (b.blocked_until > ${tx.now} or (b.reset_at > ${tx.now} and b.remaining < b."limit" * 0.2)))
      group by p.repository_id, p.head_sha
      order by min(p.checks_asked_at) nulls first, p.repository_id, p.head_sha limit ${MOST}`,
  );
  for (const commit of commits) await askForChecks(tx, { organizationId, ...commit });
}
