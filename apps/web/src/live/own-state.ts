import type { TopicChange } from '@foundry/messaging/contracts';
import { DraftView, InboxItem, TaskStateView } from '@foundry/user/contracts';
import { z } from 'zod';

/** What a person keeps of tasks, is writing, and should know of. */
export interface OwnState {
  readonly taskStates: ReadonlyMap<string, TaskStateView>;
  readonly drafts: ReadonlyMap<string, DraftView>;
  /** Open items only. */
  readonly inbox: ReadonlyMap<string, InboxItem>;
  /** Open items of all organizations, also those that a snapshot has no room for. */
  readonly inboxOpen: number;
}

export const NO_OWN_STATE: OwnState = Object.freeze({
  taskStates: new Map(),
  drafts: new Map(),
  inbox: new Map(),
  inboxOpen: 0,
});

const Inbox = z.object({ items: z.array(InboxItem), open: z.int() });
export const OwnSnapshot = z.object({
  taskStates: z.array(TaskStateView),
  drafts: z.array(DraftView),
  inbox: Inbox,
});
const Forgotten = z.object({ taskIds: z.array(z.string()) });

interface Versioned {
  readonly version: number;
}

/** Takes one entry in, unless what is held is newer. */
function withEntry<T extends Versioned>(held: ReadonlyMap<string, T>, key: string, entry: T): ReadonlyMap<string, T> {
  const known = held.get(key);
  return known && known.version > entry.version ? held : new Map(held).set(key, entry);
}

export const ownStateOf = ({ taskStates, drafts, inbox }: z.infer<typeof OwnSnapshot>): OwnState => ({
  taskStates: new Map(taskStates.map((state) => [state.taskId, state])),
  drafts: new Map(drafts.map((draft) => [draft.scope, draft])),
  inbox: new Map(inbox.items.map((item) => [item.itemId, item])),
  inboxOpen: inbox.open,
});

function withInbox(held: ReadonlyMap<string, InboxItem>, items: readonly InboxItem[]): ReadonlyMap<string, InboxItem> {
  const next = new Map(held);
  for (const item of items) {
    if (item.doneAt === null) next.set(item.itemId, item);
    else next.delete(item.itemId);
  }
  return next;
}

/** Null: the change is about something else. */
export function ownStateAfter<S extends OwnState>(state: S, { type, data }: TopicChange): S | null {
  switch (type) {
    case 'taskState': {
      const own = TaskStateView.parse(data);
      return { ...state, taskStates: withEntry(state.taskStates, own.taskId, own) };
    }
    case 'taskStateRemoved': {
      const taskStates = new Map(state.taskStates);
      for (const taskId of Forgotten.parse(data).taskIds) taskStates.delete(taskId);
      return { ...state, taskStates };
    }
    case 'draft': {
      const draft = DraftView.parse(data);
      return { ...state, drafts: withEntry(state.drafts, draft.scope, draft) };
    }
    case 'inbox': {
      const { items, open } = Inbox.parse(data);
      return { ...state, inbox: withInbox(state.inbox, items), inboxOpen: open };
    }
    default:
      return null;
  }
}
