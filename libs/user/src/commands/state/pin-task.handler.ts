import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { PinTask, type TaskStateView } from '../../contracts/index.js';
import { PinLimit } from '../../domain/state-rejections.js';
import { mustActThemselves } from './acting-person.js';
import { taskStateOf } from './known-state.js';
import { presentState, saveAndTell } from './tell-state.js';

/** Pins that one person may have. */
const MOST_PINS = 200;

@CommandHandler(PinTask)
export class PinTaskHandler extends Handler<PinTask> {
  async handle({ payload }: PinTask, tx: Tx): Promise<TaskStateView> {
    await mustActThemselves(tx, payload.userId);
    const state = await taskStateOf(tx, payload);
    const isNew = payload.rank !== null && !state.isPinned;
    if (!state.pin(payload.rank, tx.now)) return presentState(tx, payload);
    if (isNew && (await pins(tx, payload.userId)) >= MOST_PINS) throw new PinLimit(MOST_PINS);
    return saveAndTell(tx, payload, state);
  }
}

async function pins(tx: Tx, userId: string): Promise<number> {
  const rows = await tx.sql`
    select 1 from "user".task_state where user_id = ${userId} and pin_rank is not null limit ${MOST_PINS}`;
  return rows.length;
}
