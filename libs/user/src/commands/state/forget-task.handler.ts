import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ForgetTask } from '../../contracts/index.js';
import { TaskState } from '../../domain/task-state.entity.js';
import { mustBeFoundry } from '../must-be-foundry.js';
import { endItems } from './end-items.js';
import { type OfTask, saveAndTell, tellInbox, tellRemoved } from './tell-state.js';

/** Clients drop everything of the task first; what stays of an archived one is told again after that. */
@CommandHandler(ForgetTask)
export class ForgetTaskHandler extends Handler<ForgetTask> {
  async handle({ payload }: ForgetTask, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { userId, taskId, reason } = payload;
    await tx.sql`delete from "user".session_state where user_id = ${userId} and task_id = ${taskId}`;
    await tx.sql`delete from "user".drafts where user_id = ${userId} and task_id = ${taskId}`;
    tellRemoved(tx, userId, [taskId]);
    if (reason === 'archived') await this.keepRest(tx, payload);
    else await this.dropRest(tx, payload);
    return null;
  }

  /** The pin, and that the person took part, for the day when it comes back. */
  private async keepRest(tx: Tx, of: OfTask): Promise<void> {
    const state = await tx.find(TaskState, { userId: of.userId, taskId: of.taskId });
    state?.rest(tx.now);
    if (state && (state.takesPart || state.isPinned)) await saveAndTell(tx, of, state);
    else if (state) await tx.remove(state);
    const ended = await endItems(tx, of.userId, { taskId: of.taskId });
    if (ended.length > 0) await tellInbox(tx, of.userId, ended);
  }

  private async dropRest(tx: Tx, { userId, taskId }: OfTask): Promise<void> {
    await tx.sql`delete from "user".task_state where user_id = ${userId} and task_id = ${taskId}`;
    const items = await tx.sql`
      delete from "user".inbox_items where user_id = ${userId} and task_id = ${taskId} returning item_id`;
    if (items.length > 0) await tellInbox(tx, userId, []);
  }
}
