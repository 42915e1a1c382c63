import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ReleaseTask } from '../contracts/index.js';
import { mustBeFoundry } from './acting-member.js';
import { tellRemoved } from './announce-tasks.js';
import { releaseTasks } from './task-rows/release-tasks.js';

@CommandHandler(ReleaseTask)
export class ReleaseTaskHandler extends Handler<ReleaseTask> {
  async handle({ payload: { organizationId, taskId } }: ReleaseTask, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    tellRemoved(tx, organizationId, await releaseTasks(tx, organizationId, [taskId]));
    return null;
  }
}
