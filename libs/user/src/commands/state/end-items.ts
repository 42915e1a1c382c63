import type { Tx } from '@foundry/messaging';
import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { OPEN_ITEMS, type InboxItem, type InboxKind } from '../../contracts/index.js';
import { ItemRow } from '../../rows/inbox-items.js';

/** Which items are settled. What is not named does not matter, but something is. */
export type Settled = { kinds?: readonly InboxKind[]; upToSeq?: number; begins?: boolean | undefined } & (
  { causeId: string } | { sessionId: Uuid } | { taskId: Uuid }
);

/** Open items that were settled elsewhere are done by themselves. Returns them as they are now. */
export async function endItems(tx: Tx, userId: Id64, settled: Settled): Promise<InboxItem[]> {
  const { kinds = null, upToSeq = null, begins = false } = settled;
  const causeId = 'causeId' in settled ? settled.causeId : null;
  const sessionId = 'sessionId' in settled ? settled.sessionId : null;
  const taskId = 'taskId' in settled ? settled.taskId : null;
  const rows = await tx.sql`
    update "user".inbox_items set done_at = ${tx.now}, done_by = 'self', version = version + 1
    where user_id = ${userId} and done_at is null
      and (${causeId}::text is null or cause_id = ${causeId}::text
        or (${begins}::boolean and starts_with(cause_id, ${causeId}::text)))
      and (${sessionId}::uuid is null or session_id = ${sessionId}::uuid)
      and (${taskId}::uuid is null or task_id = ${taskId}::uuid)
      and (${kinds}::text[] is null or kind = any(${kinds}::text[]))
      and (${upToSeq}::int is null or seq <= ${upToSeq}::int)
    returning item_id as "itemId", organization_id as "organizationId", task_id as "taskId", session_id as "sessionId",
      kind, reason, cause_id as "causeId", title, login, at, done_at as "doneAt", done_by as "doneBy", version`;
  return ItemRow.array().parse(rows);
}

/** Nobody reads more than so many: the oldest are done by themselves. */
export async function endOldest(tx: Tx, userId: Id64): Promise<InboxItem[]> {
  const rows = await tx.sql`
    update "user".inbox_items set done_at = ${tx.now}, done_by = 'self', version = version + 1
    where user_id = ${userId} and item_id in (
      select item_id from "user".inbox_items where user_id = ${userId} and done_at is null
      order by at desc, item_id offset ${OPEN_ITEMS})
    returning item_id as "itemId", organization_id as "organizationId", task_id as "taskId", session_id as "sessionId",
      kind, reason, cause_id as "causeId", title, login, at, done_at as "doneAt", done_by as "doneBy", version`;
  return ItemRow.array().parse(rows);
}
