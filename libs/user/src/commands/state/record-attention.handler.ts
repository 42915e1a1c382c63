import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { type InboxItem, type InboxKind, PreferencesPatch, RecordAttention } from '../../contracts/index.js';
import { preferencesView } from '../../domain/preferences.entity.js';
import type { SessionState } from '../../domain/session-state.entity.js';
import { TaskState } from '../../domain/task-state.entity.js';
import { ItemRow } from '../../rows/inbox-items.js';
import { mustBeFoundry } from '../must-be-foundry.js';
import { endOldest } from './end-items.js';
import { sessionStateOf } from './known-state.js';
import { saveAndTell, tellInbox } from './tell-state.js';

type Payload = RecordAttention['payload'];

const SWITCH = {
  needs_you: 'needsYou',
  finished: 'finished',
  failed: 'failed',
  owner_changed: 'ownerChanged',
  pull_request: 'pullRequest',
} as const satisfies Record<InboxKind, string>;

const Chosen = z.array(z.object({ data: PreferencesPatch }));
const LONGEST_TITLE = 300;

/** For those who take part. Whoever was removed has no row any more, so nothing more of the task reaches them. */
@CommandHandler(RecordAttention)
export class RecordAttentionHandler extends Handler<RecordAttention> {
  async handle({ payload }: RecordAttention, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { userId, taskId } = payload;
    const state = await tx.find(TaskState, { userId, taskId });
    if (!state?.takesPart) return null;
    const session = payload.session && (await sessionStateOf(tx, payload, payload.session.sessionId));
    if (session && payload.session?.unread) await this.mark(tx, payload, state, session);
    const item = isShown(payload, session) ? null : await this.item(tx, payload);
    if (item) await tellInbox(tx, userId, [item, ...(await endOldest(tx, userId))]);
    return null;
  }

  private async mark(tx: Tx, payload: Payload, state: TaskState, session: SessionState): Promise<void> {
    const isNew = session.attend(payload.session?.seq ?? 0, tx.now);
    await tx.save(session);
    if (!isNew) return;
    state.touch(tx.now);
    await saveAndTell(tx, payload, state);
  }

  /** Null: nothing to tell, the person does not want to be told, or it was told before. */
  private async item(tx: Tx, payload: Payload): Promise<InboxItem | null> {
    const { userId, organizationId, taskId, title, at, session, news } = payload;
    if (!news || !(await isWanted(tx, userId, news.kind))) return null;
    const rows = await tx.sql`
      insert into "user".inbox_items (user_id, item_id, organization_id, task_id, session_id, kind, reason, cause_id, seq,
        title, login, at, version)
      values (${userId}, ${tx.derivedId('item')}, ${organizationId}, ${taskId}, ${session?.sessionId ?? null}, ${news.kind},
        ${news.reason}, ${news.causeId}, ${session?.seq ?? null}, ${shortened(title)}, ${news.login}, ${at}, 1)
      on conflict (user_id, cause_id) do nothing
      returning item_id as "itemId", organization_id as "organizationId", task_id as "taskId", session_id as "sessionId",
        kind, reason, cause_id as "causeId", title, login, at, done_at as "doneAt", done_by as "doneBy", version`;
    return ItemRow.array().parse(rows)[0] ?? null;
  }
}

/** The end of a turn that the person has seen already is no news; a request waits for an answer all the same. */
const isShown = ({ session, news }: Payload, seen: SessionState | null): boolean =>
  (news?.kind === 'finished' || news?.kind === 'failed') && (seen?.hasSeen(session?.seq ?? 0) ?? false);

async function isWanted(tx: Tx, userId: string, kind: InboxKind): Promise<boolean> {
  const rows = await tx.sql`select data from "user".preferences where user_id = ${userId}`;
  const [chosen] = Chosen.parse(rows);
  return preferencesView(chosen?.data ?? {}, 0).notifications[SWITCH[kind]] !== 'off';
}

/** Whole characters only. */
const shortened = (title: string): string => Array.from(title).slice(0, LONGEST_TITLE).join('');
