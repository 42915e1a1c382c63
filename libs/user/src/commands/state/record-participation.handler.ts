import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordParticipation } from '../../contracts/index.js';
import { mustBeFoundry } from '../must-be-foundry.js';
import { isHere } from './acting-person.js';
import { taskStateOf } from './known-state.js';
import { saveAndTell } from './tell-state.js';

@CommandHandler(RecordParticipation)
export class RecordParticipationHandler extends Handler<RecordParticipation> {
  async handle({ payload }: RecordParticipation, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    if (!(await isHere(tx, payload.userId))) return null;
    const state = await taskStateOf(tx, payload);
    if (state.takePart(tx.now)) await saveAndTell(tx, payload, state);
    return null;
  }
}
