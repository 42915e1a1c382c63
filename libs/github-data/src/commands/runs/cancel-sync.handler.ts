import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { CancelSync, type SyncRunView } from '../../contracts/index.js';
import { SyncNotRunning, SyncUnknown } from '../../domain/rejections.js';
import { findRun } from '../../rows/run-rows.js';
import { readRun } from '../../rows/status-rows.js';
import { endRun } from './end-run.js';

@CommandHandler(CancelSync)
export class CancelSyncHandler extends Handler<CancelSync> {
  async handle({ payload: { organizationId, runId } }: CancelSync, tx: Tx): Promise<SyncRunView> {
    const run = await findRun(tx, organizationId, runId);
    if (!run) throw new SyncUnknown();
    if (run.state === 'running') await endRun(tx, run, { state: 'cancelled' });
    else if (run.state === 'queued') {
      await tx.sql`update github_data.sync_runs set state = 'cancelled', finished_at = ${tx.now} where run_id = ${runId}`;
    } else throw new SyncNotRunning();
    const view = await readRun(tx, organizationId, runId);
    if (!view) throw new SyncUnknown();
    return view;
  }
}
