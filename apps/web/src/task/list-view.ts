import { z } from 'zod/mini';
import { FIRST_VIEW, type ListView } from './task-rows.js';

const Stored = z.object({
  view: z.enum(['all', 'mine', 'needs_you', 'not_started']),
  group: z.enum(['repository', 'status', 'owner', 'none']),
  order: z.enum(['activity', 'created', 'title']),
});
const KEY = 'foundry.list-view';

/** How this person looked at the list last, in this browser. */
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
    // Next time it begins with the first view again.
    if (!(error instanceof DOMException)) throw error;
  }
}
