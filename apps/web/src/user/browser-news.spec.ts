import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PREFERENCES, type InboxItem, InboxItem as Item } from '@foundry/user/contracts';
import { browserNews } from './browser-news.js';

const item = (name: string, over: Partial<InboxItem> = {}): [string, InboxItem] => [
  name,
  {
    itemId: name,
    organizationId: '9919',
    taskId: 'task',
    sessionId: null,
    kind: 'needs_you',
    reason: 'permission',
    title: 'Greet people by name',
    login: null,
    permissionId: null,
    pullRequest: null,
    at: `2030-01-01T12:00:0${String(name.length)}.000Z`,
    doneAt: null,
    doneBy: null,
    version: 1,
    ...over,
  },
];
const news = (before: [string, InboxItem][], after: [string, InboxItem][], finished: 'inbox' | 'browser' = 'inbox') =>
  browserNews(new Map(before), new Map(after), { ...DEFAULT_PREFERENCES.notifications, finished }).map(
    ({ itemId }) => itemId,
  );

describe('the news for the browser', () => {
  it('are what was not there before, the oldest first', () => {
    expect(Item.shape.kind.options).toHaveLength(5);
    expect(news([item('a')], [item('ccc'), item('a'), item('bb')])).toEqual(['bb', 'ccc']);
  });

  it('leave out what is done, and kinds that go to the inbox only', () => {
    const done = item('a', { doneAt: '2030-01-01T12:00:00.000Z' });
    expect(news([], [done, item('bb', { kind: 'finished' })])).toEqual([]);
    expect(news([], [item('bb', { kind: 'finished' })], 'browser')).toEqual(['bb']);
  });
});
