import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { type DraftScope, DraftView } from '../contracts/index.js';
import type { Reader } from './reader.js';

const Row = z.object({ ...DraftView.shape, updatedAt: z.date().transform((at) => at.toISOString()) });

/** The drafts of a person in these organizations, the newest first; empty ones are none. */
export async function readDrafts(
  reader: Reader,
  userId: Id64,
  organizationIds: readonly Id64[],
  take: number,
): Promise<DraftView[]> {
  const rows = await reader.sql`
    select scope, message_id as "messageId", text, attachments, form, updated_at as "updatedAt", version
    from "user".drafts
    where user_id = ${userId} and message_id is not null and organization_id = any(${organizationIds}::bigint[])
    order by updated_at desc, scope limit ${take}`;
  return Row.array().parse(rows);
}

/** The drafts of one task. */
export async function readDraftsOf(reader: Reader, userId: Id64, taskId: Uuid): Promise<DraftView[]> {
  const rows = await reader.sql`
    select scope, message_id as "messageId", text, attachments, form, updated_at as "updatedAt", version
    from "user".drafts where user_id = ${userId} and task_id = ${taskId} and message_id is not null
    order by updated_at desc, scope`;
  return Row.array().parse(rows);
}

/** One draft, or null when nothing was ever written there. */
export async function readDraft(reader: Reader, userId: Id64, scope: DraftScope): Promise<DraftView | null> {
  const rows = await reader.sql`
    select scope, message_id as "messageId", text, attachments, form, updated_at as "updatedAt", version
    from "user".drafts where user_id = ${userId} and scope = ${scope}`;
  return Row.array().parse(rows)[0] ?? null;
}
