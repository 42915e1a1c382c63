import type { View } from '../api/client.js';

export type Appearance = View['Preferences']['appearance'];

/** What `theme.js` reads before the first paint. */
const KEY = 'foundry.appearance';

/** Shows the page so, and keeps it in this browser for the next first paint. */
export function showAppearance(appearance: Appearance): void {
  Object.assign(document.documentElement.dataset, appearance);
  try {
    localStorage.setItem(KEY, JSON.stringify(appearance));
  } catch (error) {
    // A browser that keeps nothing for us shows the system's look first; that is all that is lost.
    if (!(error instanceof DOMException)) throw error;
  }
}
