import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordTaskSummary } from '../contracts/index.js';
import { mustBeFoundry } from './acting-member.js';
import { saveAndTell } from './announce-tasks.js';
import { findListedTask } from './task-rows/load-tasks.js';

@CommandHandler(RecordTaskSummary)
export class RecordTaskSummaryHandler extends Handler<RecordTaskSummary> {
  async handle({ payload }: RecordTaskSummary, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { organizationId, taskId, taskVersion, summary } = payload;
    const task = await findListedTask(tx, organizationId, taskId);
    if (!task) return null;
    task.record(taskVersion, summary, tx.now);
    await saveAndTell(tx, organizationId, [task]);
    return null;
  }
}
