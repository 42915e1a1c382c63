import { command, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { DraftContent, DraftScope } from './drafts.js';
import { InboxCount, InboxKind } from './inbox.js';
import { PinRank, TaskStateView } from './task-state.js';

const keyed = { entity: 'userId', organization: null } as const;
const ofTask = { userId: Id64, organizationId: Id64, taskId: Uuid };
const PRIVATE = { none: 'private' } as const;
const DERIVED = { none: 'derived' } as const;
const FIVE_MINUTES_MS = 5 * 60 * 1000;

/** The person looks at a task. `activeSessionId` absent: the one that was open last stays. */
export class OpenTask extends command({
  name: 'user.openTask',
  ...keyed,
  payload: z.object({ ...ofTask, activeSessionId: Uuid.nullable().default(null) }),
  result: TaskStateView,
  audit: PRIVATE,
}) {}

/** Pins a task at a place, or with null takes the pin away. At most 200 pins. Pinning is taking part. */
export class PinTask extends command({
  name: 'user.pinTask',
  ...keyed,
  payload: z.object({ ...ofTask, rank: PinRank.nullable() }),
  result: TaskStateView,
  audit: PRIVATE,
}) {}

/** A client showed the session up to item `seq`. An older number than one that was sent before clears nothing newer. */
export class MarkViewed extends command({
  name: 'user.markViewed',
  ...keyed,
  payload: z.object({ ...ofTask, sessionId: Uuid, seq: z.int().min(0).max(2_147_483_647) }),
  audit: PRIVATE,
  expiresAfterMs: FIVE_MINUTES_MS,
}) {}

/** Marks a session unread, without `sessionId` the latest one of the task, until it is shown again. */
export class MarkUnread extends command({
  name: 'user.markUnread',
  ...keyed,
  payload: z.object({ ...ofTask, sessionId: Uuid.nullable().default(null) }),
  result: TaskStateView,
  audit: PRIVATE,
}) {}

/** Marks items of the inbox done, or open again. `items` null: all that are open, if given of one organization. */
export class SetInboxDone extends command({
  name: 'user.setInboxDone',
  ...keyed,
  payload: z
    .object({
      userId: Id64,
      items: z.array(Uuid).min(1).max(200).nullable(),
      organizationId: Id64.nullable().default(null),
      done: z.boolean(),
    })
    .refine(({ items, done }) => items !== null || done, {
      error: 'only named items can be opened again',
      path: ['done'],
    }),
  result: InboxCount,
  audit: PRIVATE,
}) {}

/** Keeps what is being written. Empty: there is no draft any more. With the id of a message that was sent: ignored. */
export class SaveDraft extends command({
  name: 'user.saveDraft',
  ...keyed,
  payload: z.object({
    userId: Id64,
    organizationId: Id64,
    scope: DraftScope,
    messageId: Uuid,
    ...DraftContent.shape,
  }),
  audit: PRIVATE,
}) {}

/** The message was accepted: its draft goes, and its id can never bring one back. `scope`: where it was written. */
export class ClearDraft extends command({
  name: 'user.clearDraft',
  ...keyed,
  payload: z.object({ userId: Id64, organizationId: Id64, scope: DraftScope, messageId: Uuid }),
  audit: DERIVED,
}) {}

/** The person took part in a task: messaged, answered, owned or created it. */
export class RecordParticipation extends command({
  name: 'user.recordParticipation',
  ...keyed,
  payload: z.object(ofTask),
  audit: DERIVED,
}) {}

/** What becomes an item of the inbox. The same cause makes one item. */
export const InboxNews = z.object({
  kind: InboxKind,
  reason: z.string().min(1).max(80),
  causeId: z.string().min(1).max(200),
  login: z.string().max(100).nullable(),
});
export type InboxNews = z.infer<typeof InboxNews>;

/**
 * Something happened that a person who takes part should see: the session becomes unread from item `seq` on, unless it
 * was shown already, and `news` becomes an item. Who takes no part is not bothered.
 */
export class RecordAttention extends command({
  name: 'user.recordAttention',
  ...keyed,
  payload: z.object({
    ...ofTask,
    title: z.string().max(1_024),
    at: Timestamp,
    session: z.object({ sessionId: Uuid, seq: z.int().min(0), unread: z.boolean() }).nullable(),
    news: InboxNews.nullable(),
  }),
  audit: DERIVED,
}) {}

/**
 * What a person should see was settled elsewhere: the item of this cause, or those of these kinds of a session, end.
 * `begins`: the items of every cause that begins so, as those of one kind that happen again and again do.
 */
export class ResolveAttention extends command({
  name: 'user.resolveAttention',
  ...keyed,
  payload: z.object({
    userId: Id64,
    taskId: Uuid,
    what: z.union([
      z.object({ causeId: z.string().max(200) }),
      z.object({ sessionId: Uuid, kinds: z.array(InboxKind).min(1) }),
    ]),
    begins: z.boolean().optional(),
  }),
  audit: DERIVED,
}) {}

/** A session is closed: what was kept of it goes, its items are done. */
export class ForgetSession extends command({
  name: 'user.forgetSession',
  ...keyed,
  payload: z.object({ ...ofTask, sessionId: Uuid }),
  audit: DERIVED,
}) {}

/** A task was archived or deleted. Archived: pins and taking part stay, and items are done. Deleted: all of it goes. */
export class ForgetTask extends command({
  name: 'user.forgetTask',
  ...keyed,
  payload: z.object({ ...ofTask, reason: z.enum(['archived', 'deleted']) }),
  audit: DERIVED,
}) {}

/** The person is no member any more: what they kept of the organization goes. */
export class ForgetOrganization extends command({
  name: 'user.forgetOrganization',
  ...keyed,
  payload: z.object({ userId: Id64, organizationId: Id64 }),
  audit: DERIVED,
}) {}

/** Deletes items that have been done for 30 days. Sent by a schedule, every hour. */
export class PruneInbox extends command({
  name: 'user.pruneInbox',
  entity: 'installation',
  organization: null,
  payload: z.object({ installation: z.literal('inbox') }),
  audit: { none: 'progress' },
}) {}

/** Commands about what only one person sees. */
export const STATE_COMMANDS = [
  OpenTask,
  PinTask,
  MarkViewed,
  MarkUnread,
  SetInboxDone,
  SaveDraft,
  ClearDraft,
  RecordParticipation,
  RecordAttention,
  ResolveAttention,
  ForgetSession,
  ForgetTask,
  ForgetOrganization,
  PruneInbox,
];
