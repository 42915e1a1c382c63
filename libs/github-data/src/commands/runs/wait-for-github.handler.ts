import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ContinueRun, DeferRun } from '../../contracts/index.js';
import { tellStatus } from '../tell-status.js';
import { askNext } from './ask-next.js';
import { runKey, runningRun, saveProgress } from './run-changes.js';

/** GitHub named a time: the run keeps its place, and goes on by itself then. */
@CommandHandler(DeferRun)
export class DeferRunHandler extends Handler<DeferRun> {
  async handle({ payload: { organizationId, runId, until, reason } }: DeferRun, tx: Tx): Promise<null> {
    const run = await runningRun(tx, organizationId, runId);
    if (!run) return null;
    await tx.sql`update github_data.sync_runs set not_before = ${until}, waiting_reason = ${reason},
      heartbeat_at = ${tx.now} where run_id = ${runId}`;
    tx.schedule(runKey(runId), new Date(until), new ContinueRun({ organizationId, runId }));
    await tellStatus(tx, organizationId);
    return null;
  }
}

@CommandHandler(ContinueRun)
export class ContinueRunHandler extends Handler<ContinueRun> {
  async handle({ payload: { organizationId, runId } }: ContinueRun, tx: Tx): Promise<null> {
    const run = await runningRun(tx, organizationId, runId);
    if (!run || run.notBefore === null) return null;
    await saveProgress(tx, run);
    await askNext(tx, run);
    return null;
  }
}
