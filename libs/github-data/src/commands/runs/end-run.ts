import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { SyncFinished } from '../../contracts/index.js';
import type { Run } from '../../rows/run-rows.js';
import { tellStatus } from '../tell-status.js';
import { takeVersions } from '../versions.js';
import { runKey } from './run-changes.js';
import { startQueued } from './start-run.js';

export interface RunEnd {
  state: 'done' | 'partial' | 'failed' | 'cancelled';
  code?: string;
  text?: string;
}

const Status = z.array(z.object({ lastSyncedAt: z.date().nullable(), status: z.string() }));

/** Closes a run, tells it, and starts the queued one. What the run gathered is dropped. */
export async function endRun(tx: Tx, run: Run, end: RunEnd): Promise<void> {
  const { organizationId, runId } = run;
  const { code = null, text = null } = end;
  await tx.sql`
    update github_data.sync_runs set state = ${end.state}, finished_at = ${tx.now}, failed = ${run.failed},
      not_before = null, waiting_reason = null, error_code = ${code}, error_text = ${text} where run_id = ${runId}`;
  await tx.sql`delete from github_data.sync_pages where run_id = ${runId}`;
  await tx.sql`delete from github_data.sync_run_members where run_id = ${runId}`;
  // Which repositories failed stays readable with the run.
  await tx.sql`delete from github_data.sync_run_repositories where run_id = ${runId} and state <> 'failed'`;
  tx.unschedule(runKey(runId));
  await saveOutcome(tx, run, end);
  await tellStatus(tx, organizationId);
  const version = await takeVersions(tx, organizationId);
  tx.emit(
    new SyncFinished({
      organizationId,
      version,
      runId,
      trigger: run.trigger,
      state: end.state,
      failed: run.failed,
      errorCode: code,
    }),
  );
  const [account] = await accountStatus(tx, organizationId);
  if (account && account.status !== 'not_installed' && account.status !== 'suspended') {
    await startQueued(tx, organizationId);
  } else {
    await tx.sql`update github_data.sync_runs set state = 'cancelled', finished_at = ${tx.now}
      where organization_id = ${organizationId} and state = 'queued'`;
  }
}

async function accountStatus(tx: Tx, organizationId: string) {
  return Status.parse(
    await tx.sql`select last_synced_at as "lastSyncedAt", installation_status as status from github_data.accounts
      where organization_id = ${organizationId}`,
  );
}

/** A cancelled run leaves the status that was there before; a failed one leaves the copy as it is and says why. */
async function saveOutcome(tx: Tx, run: Run, { state, code, text }: RunEnd): Promise<void> {
  const { organizationId } = run;
  if (state === 'cancelled') {
    await tx.sql`update github_data.accounts set sync_status = case when last_synced_at is null then 'never' else 'synced' end
      where organization_id = ${organizationId}`;
  } else if (state === 'failed') {
    await tx.sql`update github_data.accounts set sync_status = 'failed', error_code = ${code ?? null}, error_text = ${text ?? null}
      where organization_id = ${organizationId}`;
  } else {
    await tx.sql`update github_data.accounts set sync_status = ${state === 'partial' ? 'partial' : 'synced'},
        error_code = null, error_text = null,
        last_synced_at = case when ${run.scope === 'all'} then ${tx.now}::timestamptz else last_synced_at end
      where organization_id = ${organizationId}`;
  }
}
