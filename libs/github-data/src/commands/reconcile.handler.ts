import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Reconcile } from '../contracts/index.js';
import { presentRun } from '../rows/run-rows.js';
import { askAboutUnsettled } from './checks/unsettled-checks.js';
import { wantRun } from './runs/start-run.js';

const WARM_EVERY_MS = 5 * 60_000;
const ALL_EVERY_MS = 6 * 3_600_000;
const MEMBERS_EVERY_MS = 3_600_000;
/** Named in one scope; with more, everything is read. */
const SCOPE_LIMIT = 200;

const Account = z.object({
  status: z.string(),
  kind: z.string(),
  membersAt: z.date().nullable(),
  syncedAt: z.date().nullable(),
});
const Warm = z.array(z.object({ id: z.string() }));

/** Reads what may have changed without a webhook; never beside another run. It sets its own next date. */
@CommandHandler(Reconcile)
export class ReconcileHandler extends Handler<Reconcile> {
  async handle({ payload: { organizationId } }: Reconcile, tx: Tx): Promise<null> {
    const [account] = Account.array().parse(
      await tx.sql`select installation_status as status, kind, members_checked_at as "membersAt",
        last_synced_at as "syncedAt" from github_data.accounts where organization_id = ${organizationId}`,
    );
    if (account?.status !== 'connected' && account?.status !== 'needs_permissions') return null;
    // Spread by a fifth, so that organizations do not ask in step; by the id, because a handler has no chance of its own.
    const spread = 0.8 + (Number(BigInt(organizationId) % 41n) / 41) * 0.4;
    const next = new Date(tx.now.getTime() + WARM_EVERY_MS * spread);
    tx.schedule(`github-sweep:${organizationId}`, next, new Reconcile({ organizationId }));
    if (await presentRun(tx, organizationId, 'running')) return null;
    await askAboutUnsettled(tx, organizationId);
    const scope = isAllDue(account, tx.now) ? ('all' as const) : await warmRepositories(tx, organizationId);
    if (scope.length === 0) return null;
    await wantRun(tx, organizationId, { runId: tx.derivedId('sweep'), trigger: 'sweep', scope, requestedBy: null });
    return null;
  }
}

function isAllDue({ kind, membersAt, syncedAt }: z.infer<typeof Account>, now: Date): boolean {
  const passed = (since: Date | null, ms: number) => since === null || now.getTime() - since.getTime() >= ms;
  return passed(syncedAt, ALL_EVERY_MS) || (kind === 'company' && passed(membersAt, MEMBERS_EVERY_MS));
}

/** An open pull request is known, an issue is open, or somebody pushed within a week. */
async function warmRepositories(tx: Tx, organizationId: string): Promise<'all' | string[]> {
  const rows = Warm.parse(
    await tx.sql`select repository_id as id from github_data.repositories r
      where organization_id = ${organizationId} and state = 'available' and not archived
        and (open_issues > 0 or pushed_at > ${tx.now}::timestamptz - interval '7 days' or exists (
          select 1 from github_data.pull_requests p where p.organization_id = r.organization_id
            and p.repository_id = r.repository_id and p.state = 'open'))
      limit ${SCOPE_LIMIT + 1}`,
  );
  return rows.length > SCOPE_LIMIT ? 'all' : rows.map(({ id }) => id);
}
