import type { InboxItem, InboxKind, PreferencesView } from '@foundry/user/contracts';

type Notifications = PreferencesView['notifications'];

export const PREFERENCE_OF: Readonly<Record<InboxKind, keyof Notifications>> = {
  needs_you: 'needsYou',
  finished: 'finished',
  failed: 'failed',
  owner_changed: 'ownerChanged',
  pull_request: 'pullRequest',
};

/** Items that came since, of the kinds that this person wants to hear of outside of the page; the oldest first. */
export function browserNews(
  before: ReadonlyMap<string, InboxItem>,
  after: ReadonlyMap<string, InboxItem>,
  notifications: Notifications,
): InboxItem[] {
  return [...after.values()]
    .filter(({ itemId, doneAt }) => doneAt === null && !before.has(itemId))
    .filter(({ kind }) => notifications[PREFERENCE_OF[kind]] === 'browser')
    .sort((a, b) => a.at.localeCompare(b.at));
}
