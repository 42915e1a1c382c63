import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { OpenTask, type TaskStateView } from '../../contracts/index.js';
import { mustActThemselves } from './acting-person.js';
import { taskStateOf } from './known-state.js';
import { presentState, saveAndTell } from './tell-state.js';

@CommandHandler(OpenTask)
export class OpenTaskHandler extends Handler<OpenTask> {
  async handle({ payload }: OpenTask, tx: Tx): Promise<TaskStateView> {
    await mustActThemselves(tx, payload.userId);
    const state = await taskStateOf(tx, payload);
    return state.open(payload.activeSessionId, tx.now) ? saveAndTell(tx, payload, state) : presentState(tx, payload);
  }
}
