import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ClearDraft } from '../../contracts/index.js';
import { Draft } from '../../domain/draft.entity.js';
import { mustBeFoundry } from '../must-be-foundry.js';
import { isHere } from './acting-person.js';
import { tellDraft } from './tell-state.js';

/**
 * The draft may lie elsewhere than where the message went: a first message is written to the task and makes the session.
 * The id is remembered where the message went, also when its draft was never saved.
 */
@CommandHandler(ClearDraft)
export class ClearDraftHandler extends Handler<ClearDraft> {
  async handle({ payload: { userId, organizationId, scope, messageId } }: ClearDraft, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    if (!(await isHere(tx, userId))) return null;
    const written = await tx.find(Draft, { userId, messageId });
    const place =
      written?.scope === scope
        ? written
        : ((await tx.find(Draft, { userId, scope })) ?? Draft.of(userId, organizationId, scope, tx.now));
    place.remember(messageId);
    const isCleared = written?.sent(messageId, tx.now) ?? false;
    await tx.save(place);
    if (!written || !isCleared) return null;
    if (written !== place) await tx.save(written);
    tellDraft(tx, userId, written.view());
    return null;
  }
}
