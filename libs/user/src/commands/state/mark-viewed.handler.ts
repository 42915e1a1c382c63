import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { MarkViewed } from '../../contracts/index.js';
import { mustActThemselves } from './acting-person.js';
import { endItems } from './end-items.js';
import { sessionStateOf, taskStateOf } from './known-state.js';
import { saveAndTell, tellInbox } from './tell-state.js';

/** What was shown is not news any more: the mark goes, and so do items that only said that a turn had ended. */
@CommandHandler(MarkViewed)
export class MarkViewedHandler extends Handler<MarkViewed> {
  async handle({ payload }: MarkViewed, tx: Tx): Promise<null> {
    const { userId, sessionId, seq } = payload;
    await mustActThemselves(tx, userId);
    const session = await sessionStateOf(tx, payload, sessionId);
    const isRead = session.view(seq);
    await tx.save(session);
    if (isRead) {
      const state = await taskStateOf(tx, payload);
      state.touch(tx.now);
      await saveAndTell(tx, payload, state);
    }
    const ended = await endItems(tx, userId, { sessionId, kinds: ['finished', 'failed'], upToSeq: seq });
    if (ended.length > 0) await tellInbox(tx, userId, ended);
    return null;
  }
}
