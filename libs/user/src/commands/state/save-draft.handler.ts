import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { MOST_DRAFTS, SaveDraft } from '../../contracts/index.js';
import { Draft } from '../../domain/draft.entity.js';
import { DraftLimit } from '../../domain/state-rejections.js';
import { mustActThemselves } from './acting-person.js';
import { tellDraft } from './tell-state.js';

const Others = z.tuple([z.object({ count: z.int(), sent: z.boolean() })]);

/** The last one to arrive wins, whichever tab it comes from; what was sent already never comes back. */
@CommandHandler(SaveDraft)
export class SaveDraftHandler extends Handler<SaveDraft> {
  async handle({ payload }: SaveDraft, tx: Tx): Promise<null> {
    const { userId, organizationId, scope, messageId, text, attachments, form } = payload;
    await mustActThemselves(tx, userId);
    const [{ count, sent }] = await this.others(tx, userId, messageId);
    if (sent) return null;
    const draft = (await tx.find(Draft, { userId, scope })) ?? Draft.of(userId, organizationId, scope, tx.now);
    const wasEmpty = draft.isEmpty;
    if (!draft.write(messageId, { text, attachments, form }, tx.now)) return null;
    if (wasEmpty && count >= MOST_DRAFTS) throw new DraftLimit(MOST_DRAFTS);
    await tx.save(draft);
    tellDraft(tx, userId, draft.view());
    return null;
  }

  private async others(tx: Tx, userId: string, messageId: string) {
    return Others.parse(
      await tx.sql`
        select count(*) filter (where message_id is not null)::int as count,
          coalesce(bool_or(${messageId}::uuid = any(cleared_ids)), false) as sent
        from "user".drafts where user_id = ${userId}`,
    );
  }
}
