import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { SessionStateView, TaskStateView } from '../contracts/index.js';
import type { Reader } from './reader.js';

/** Times inside of JSON, as Postgres writes them. */
const at = z.coerce.date().transform((time) => time.toISOString());
const Session = z.object({ ...SessionStateView.shape, unreadAt: at.nullable() }).pipe(SessionStateView);
const Row = z.object({ ...TaskStateView.shape, sessions: z.array(Session) }).pipe(TaskStateView);

/** One task of a person with its sessions, the one that became unread last first; null when nothing is kept. */
export async function readTaskState(reader: Reader, userId: Id64, taskId: Uuid): Promise<TaskStateView | null> {
  const rows = await reader.sql`
    select t.task_id as "taskId", t.organization_id as "organizationId", t.active_session_id as "activeSessionId",
      t.pin_rank as "pinRank", t.participant, t.version, s.unread, s.sessions
    from "user".task_state t cross join lateral (
      select coalesce(bool_or(unread), false) as unread,
        coalesce(jsonb_agg(jsonb_build_object('sessionId', session_id, 'unread', unread, 'unreadAt', unread_at,
          'viewedSeq', viewed_seq, 'version', version) order by unread_at desc nulls last, session_id), '[]') as sessions
      from "user".session_state where user_id = t.user_id and task_id = t.task_id) s
    where t.user_id = ${userId} and t.task_id = ${taskId}`;
  return Row.array().parse(rows)[0] ?? null;
}

/** The tasks that a list marks: pinned or unread ones first, then those that changed last. */
export async function readTaskStates(
  reader: Reader,
  userId: Id64,
  organizationIds: readonly Id64[],
  take: number,
): Promise<TaskStateView[]> {
  const rows = await reader.sql`
    select t.task_id as "taskId", t.organization_id as "organizationId", t.active_session_id as "activeSessionId",
      t.pin_rank as "pinRank", t.participant, t.version, s.unread, s.sessions
    from "user".task_state t cross join lateral (
      select coalesce(bool_or(unread), false) as unread,
        coalesce(jsonb_agg(jsonb_build_object('sessionId', session_id, 'unread', unread, 'unreadAt', unread_at,
          'viewedSeq', viewed_seq, 'version', version) order by unread_at desc nulls last, session_id), '[]') as sessions
      from "user".session_state where user_id = t.user_id and task_id = t.task_id) s
    where t.user_id = ${userId} and t.organization_id = any(${organizationIds}::bigint[])
    order by t.pin_rank is not null or s.unread desc, t.updated_at desc, t.task_id limit ${take}`;
  return Row.array().parse(rows);
}
