import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { type InboxCount, type InboxItem, SetInboxDone } from '../../contracts/index.js';
import { countOpen, ItemRow } from '../../rows/inbox-items.js';
import { mustActThemselves } from './acting-person.js';
import { endOldest } from './end-items.js';
import { tellInbox } from './tell-state.js';

/** Ids of nobody and of others are left out, and so is what is that way already. */
@CommandHandler(SetInboxDone)
export class SetInboxDoneHandler extends Handler<SetInboxDone> {
  async handle({ payload }: SetInboxDone, tx: Tx): Promise<InboxCount> {
    const { userId } = payload;
    await mustActThemselves(tx, userId);
    const changed = await this.set(tx, payload);
    if (changed.length === 0) return { open: await countOpen(tx, userId) };
    const beyond = payload.done ? [] : await endOldest(tx, userId);
    return { open: await tellInbox(tx, userId, [...changed, ...beyond]) };
  }

  private async set(tx: Tx, { userId, items, organizationId, done }: SetInboxDone['payload']): Promise<InboxItem[]> {
    const rows = await tx.sql`
      update "user".inbox_items set done_at = case when ${done}::boolean then ${tx.now}::timestamptz end,
        done_by = case when ${done}::boolean then 'user' end, version = version + 1
      where user_id = ${userId} and (done_at is null) = ${done}::boolean
        and (${items}::uuid[] is null or item_id = any(${items}::uuid[]))
        and (${organizationId}::bigint is null or organization_id = ${organizationId}::bigint)
      returning item_id as "itemId", organization_id as "organizationId", task_id as "taskId", session_id as "sessionId",
        kind, reason, cause_id as "causeId", title, login, at, done_at as "doneAt", done_by as "doneBy", version`;
    return ItemRow.array().parse(rows);
  }
}
