import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import type { ItemView } from '../contracts/index.js';
import type { Intent } from '../domain/intents.js';
import { itemViewOf } from '../queries/transcript-rows.js';

const Head = z.tuple([z.object({ seq: z.coerce.number() })]);

/** The count of the session is taken in SQL: a turn that runs adds items at the same time. */
export async function addItem(tx: Tx, { sessionId, item }: Extract<Intent, { kind: 'item' }>): Promise<ItemView> {
  const { kind, text, data, turnId = null } = item;
  const [{ seq }] = Head.parse(
    await tx.sql`with head as (
        update task.sessions set head_seq = head_seq + 1 where session_id = ${sessionId} returning head_seq)
      insert into task.items (session_id, seq, rev, turn_id, kind, text, data, open, bytes, created_at, updated_at)
      select ${sessionId}, head_seq, 1, ${turnId}, ${kind}, ${text}, ${JSON.stringify(data)}::jsonb, false,
        ${Buffer.byteLength(text)}, ${tx.now}, ${tx.now} from head
      returning seq`,
  );
  const at = tx.now.toISOString();
  return { seq, rev: 1, kind, turnId, authorId: null, text, data, open: false, createdAt: at, updatedAt: at };
}

/** A request that was answered or withdrawn says so where it stands. Null: it is not in the transcript. */
export async function amendRequest(
  tx: Tx,
  { sessionId, turnId, permissionId, data }: Extract<Intent, { kind: 'amend' }>,
): Promise<ItemView | null> {
  const rows = await tx.sql`update task.items set data = data || ${JSON.stringify(data)}::jsonb, rev = rev + 1,
      updated_at = ${tx.now}
    where session_id = ${sessionId} and turn_id = ${turnId} and kind in ('permission', 'question')
      and data->>'permissionId' = ${permissionId}
    returning seq, rev, kind, turn_id as "turnId", author_id as "authorId", text, data, open,
      created_at as "createdAt", updated_at as "updatedAt"`;
  return rows[0] === undefined ? null : itemViewOf(rows[0]);
}
