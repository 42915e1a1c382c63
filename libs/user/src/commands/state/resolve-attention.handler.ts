import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ResolveAttention } from '../../contracts/index.js';
import { mustBeFoundry } from '../must-be-foundry.js';
import { endItems } from './end-items.js';
import { tellInbox } from './tell-state.js';

@CommandHandler(ResolveAttention)
export class ResolveAttentionHandler extends Handler<ResolveAttention> {
  async handle({ payload: { userId, what, begins } }: ResolveAttention, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const ended = await endItems(tx, userId, { ...what, begins });
    if (ended.length > 0) await tellInbox(tx, userId, ended);
    return null;
  }
}
