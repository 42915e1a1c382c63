import type { PreferencesView } from '@foundry/user/contracts';
import { z } from 'zod/mini';
import { FIRST_VIEW, type ListView } from './task-rows.js';

const Stored = z.object({
  view: z.enum(['all', 'mine', 'needs_you', 'unread', 'not_started', 'archived']),
  group: z.enum(['repository', 'status', 'owner', 'none']),
  order: z.enum(['activity', 'created', 'title']),
});
const KEY = 'foundry.list-view';

/** How this person looked at a list last, in this browser: for the time until the account says it. */
export function storedListView(): ListView {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Stored.safeParse(found).data ?? FIRST_VIEW;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return FIRST_VIEW;
    throw error;
  }
}

export function storeListView(view: ListView): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(view));
  } catch (error) {
    // The account has it too; only the first paint begins with another view.
    if (!(error instanceof DOMException)) throw error;
  }
}

type Kept = PreferencesView['listViews'][string];

/** A view as the account keeps it: `is:mine group:status`, and the name of the order. */
export const keptListView = ({ view, group, order }: ListView): Kept => ({
  filter: `is:${view} group:${group}`,
  sort: order,
});

/** What the account keeps as a view; null where it says something that this release does not know. */
export function listViewOf(kept: Kept | undefined): ListView | null {
  if (!kept) return null;
  const wordOf = (name: string): string | undefined => new RegExp(`(?:^| )${name}:(\\S+)`).exec(kept.filter)?.[1];
  return Stored.safeParse({ view: wordOf('is'), group: wordOf('group'), order: kept.sort }).data ?? null;
}
