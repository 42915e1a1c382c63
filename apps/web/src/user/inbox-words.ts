import type { InboxItem } from '@foundry/user/contracts';

const FINISHED: ReadonlyMap<string, string> = new Map([
  ['limit', 'The agent stopped at its limit'],
  ['refused', 'The agent refused'],
  ['stopped', 'The turn was stopped'],
]);

const PULL_REQUEST: ReadonlyMap<string, string> = new Map([
  ['review_requested', 'A review was requested'],
  ['comment', 'There is a new comment'],
  ['merged', 'It was merged'],
  ['checks_failed', 'Checks are failing'],
]);

/** What an item is about, as a short sentence. An unknown reason of a later release has the words of its kind. */
export function inboxWords({ kind, reason, login, pullRequest }: InboxItem): string {
  const by = login === null ? '' : ` by @${login}`;
  switch (kind) {
    case 'needs_you':
      return reason === 'question' ? 'The agent asks a question' : 'The agent asks for permission';
    case 'finished':
      return FINISHED.get(reason) ?? 'The agent finished';
    case 'failed':
      return 'The turn failed';
    case 'owner_changed':
      return reason === 'from_you'
        ? `${login === null ? 'Somebody' : `@${login}`} became the owner`
        : 'You became the owner';
    case 'pull_request':
      return `${PULL_REQUEST.get(reason) ?? 'There is news'}${by}${pullRequest === null ? '' : ` (#${pullRequest})`}`;
  }
}
