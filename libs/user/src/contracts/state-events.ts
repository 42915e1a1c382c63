import { event, Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { DraftView } from './drafts.js';
import { InboxItem } from './inbox.js';
import { TaskStateView } from './task-state.js';

/** What a person's own events have in common: nobody but them may learn of these. */
const own = { entity: 'userId', organization: null } as const;
const version = z.int();

/** Active session, pin, taking part or unread of one task changed; all of it, whole. */
export class TaskStateChanged extends event({
  name: 'user.taskStateChanged',
  ...own,
  payload: z.object({ userId: Id64, version, state: TaskStateView }),
}) {}

/** Nothing is kept of these tasks any more, neither drafts nor items; what stays is told again after it. At most 100. */
export class TaskStateRemoved extends event({
  name: 'user.taskStateRemoved',
  ...own,
  payload: z.object({ userId: Id64, taskIds: z.array(Uuid).min(1).max(100) }),
}) {}

/** A draft changed, or with `messageId` null there is none any more. */
export class DraftChanged extends event({
  name: 'user.draftChanged',
  ...own,
  payload: z.object({ userId: Id64, version, draft: DraftView }),
}) {}

/** Items of the inbox came or changed, at most 100; `open` is how many are open now. */
export class InboxChanged extends event({
  name: 'user.inboxChanged',
  ...own,
  payload: z.object({ userId: Id64, items: z.array(InboxItem).max(100), open: z.int().min(0) }),
}) {}
