import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { MarkUnread, type TaskStateView } from '../../contracts/index.js';
import { SessionUnknown } from '../../domain/state-rejections.js';
import { mustActThemselves } from './acting-person.js';
import { sessionStateOf, taskStateOf } from './known-state.js';
import { type OfTask, presentState, saveAndTell } from './tell-state.js';

const Latest = z.array(z.object({ sessionId: z.string() }));

@CommandHandler(MarkUnread)
export class MarkUnreadHandler extends Handler<MarkUnread> {
  async handle({ payload }: MarkUnread, tx: Tx): Promise<TaskStateView> {
    await mustActThemselves(tx, payload.userId);
    const sessionId = payload.sessionId ?? (await latestSession(tx, payload));
    const session = await sessionStateOf(tx, payload, sessionId);
    if (!session.markUnread(tx.now)) return presentState(tx, payload);
    await tx.save(session);
    const state = await taskStateOf(tx, payload);
    state.touch(tx.now);
    return saveAndTell(tx, payload, state);
  }
}

/** The one that was open last, else the one that was seen furthest. */
async function latestSession(tx: Tx, { userId, taskId }: OfTask): Promise<string> {
  const rows = await tx.sql`
    select "sessionId" from (
      select active_session_id as "sessionId", 0 as place, 0 as seq from "user".task_state
      where user_id = ${userId} and task_id = ${taskId} and active_session_id is not null
      union all
      select session_id, 1, viewed_seq from "user".session_state where user_id = ${userId} and task_id = ${taskId}) known
    order by place, seq desc, "sessionId" limit 1`;
  const [latest] = Latest.parse(rows);
  if (!latest) throw new SessionUnknown();
  return latest.sessionId;
}
