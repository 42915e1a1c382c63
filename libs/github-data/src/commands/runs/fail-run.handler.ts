import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { CheckRun, FailRun } from '../../contracts/index.js';
import type { Run } from '../../rows/run-rows.js';
import { endRun } from './end-run.js';
import { runningRun, STALLED_MS } from './run-changes.js';

async function fail(tx: Tx, run: Run, code: string, text: string): Promise<void> {
  await endRun(tx, run, { state: 'failed', code, text });
  tx.audit({ subject: { type: 'sync', id: run.runId }, details: { code } });
}

/** What is known stays; a run that failed removed nothing. */
@CommandHandler(FailRun)
export class FailRunHandler extends Handler<FailRun> {
  async handle({ payload: { organizationId, runId, code, text } }: FailRun, tx: Tx): Promise<null> {
    const run = await runningRun(tx, organizationId, runId);
    if (run) await fail(tx, run, code, text);
    return null;
  }
}

/** Every step sets this alarm anew, so that it fires only for a run that stands still. */
@CommandHandler(CheckRun)
export class CheckRunHandler extends Handler<CheckRun> {
  async handle({ payload: { organizationId, runId } }: CheckRun, tx: Tx): Promise<null> {
    const run = await runningRun(tx, organizationId, runId);
    if (!run || run.notBefore !== null || tx.now.getTime() - run.heartbeatAt.getTime() < STALLED_MS) return null;
    await fail(tx, run, 'sync.stalled', 'The sync made no progress for three minutes. Start it again.');
    return null;
  }
}
