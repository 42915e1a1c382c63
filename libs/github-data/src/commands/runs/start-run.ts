import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import type { SyncScope, SyncTrigger } from '../../contracts/index.js';
import { GithubNotConnected, GithubSuspended } from '../../domain/rejections.js';
import { presentRun, type Run, RunContext } from '../../rows/run-rows.js';
import { askNext } from './ask-next.js';
import { saveProgress } from './run-changes.js';

/** More repositories than one scope may name. */
const SCOPE_LIMIT = 200;

const Usable = z.object({ ...RunContext.shape, status: z.string() });

/** What a run needs to know of its account; refuses when the App cannot read there. */
export async function contextOf(tx: Tx, organizationId: string): Promise<RunContext> {
  const rows = await tx.sql`
    select a.login, a.kind, a.installation_status as status, i.installation_id as "installationId", i.permissions
    from github_data.accounts a join github_data.installations i
      on i.organization_id = a.organization_id and i.state <> 'deleted'
    where a.organization_id = ${organizationId}`;
  const [found] = Usable.array().parse(rows);
  if (!found) throw new GithubNotConnected();
  if (found.status === 'suspended') throw new GithubSuspended();
  return RunContext.parse(found);
}

export interface Wanted {
  runId: string;
  trigger: SyncTrigger;
  scope: SyncScope;
  requestedBy: string | null;
}

/** Starts the run, or makes it the one that is queued; a queued one takes its scope in. Returns the run that works. */
export async function wantRun(tx: Tx, organizationId: string, wanted: Wanted): Promise<string> {
  const context = await contextOf(tx, organizationId);
  const running = await presentRun(tx, organizationId, 'running');
  if (running?.runId === wanted.runId) return running.runId;
  const queued = await presentRun(tx, organizationId, 'queued');
  if (queued) {
    const scope = widened(queued.scope, wanted.scope);
    const trigger = wanted.trigger === 'settings' ? 'settings' : queued.trigger;
    await tx.sql`update github_data.sync_runs set scope = ${JSON.stringify(scope)}::jsonb, trigger = ${trigger}
      where run_id = ${queued.runId}`;
    return queued.runId;
  }
  await tx.sql`
    insert into github_data.sync_runs (run_id, organization_id, trigger, requested_by, scope, context, state, phase,
      cursor, heartbeat_at, requested_at)
    values (${wanted.runId}, ${organizationId}, ${wanted.trigger}, ${wanted.requestedBy},
      ${JSON.stringify(wanted.scope)}::jsonb, ${JSON.stringify(context)}::jsonb, 'queued', 'repositories', '{}',
      ${tx.now}, ${tx.now})
    on conflict (run_id) do nothing`;
  if (running === null) await startQueued(tx, organizationId);
  return wanted.runId;
}

/** Starts the queued run, if there is one and the App can still read there. */
export async function startQueued(tx: Tx, organizationId: string): Promise<void> {
  const queued = await presentRun(tx, organizationId, 'queued');
  if (!queued) return;
  const context = await contextOf(tx, organizationId);
  await tx.sql`update github_data.sync_runs set state = 'running', context = ${JSON.stringify(context)}::jsonb,
    started_at = ${tx.now}, heartbeat_at = ${tx.now} where run_id = ${queued.runId}`;
  await tx.sql`update github_data.accounts set sync_status = 'syncing' where organization_id = ${organizationId}`;
  const run: Run = { ...queued, state: 'running', context, startedAt: tx.now, cursor: { page: 1 } };
  await saveProgress(tx, run);
  await askNext(tx, run);
}

/** Both, if one scope can name both; else everything. */
function widened(one: SyncScope, other: SyncScope): SyncScope {
  if (one === 'all' || other === 'all') return 'all';
  const both = [...new Set([...one, ...other])];
  return both.length > SCOPE_LIMIT ? 'all' : both;
}
