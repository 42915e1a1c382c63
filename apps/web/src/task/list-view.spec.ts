import { describe, expect, it } from '@jest/globals';
import { keptListView, listViewOf } from './list-view.js';

describe('how a list is looked at', () => {
  it('comes back from the account as it was', () => {
    const view = { view: 'needs_you', group: 'owner', order: 'title' } as const;
    expect(listViewOf(keptListView(view))).toEqual(view);
  });

  it.each([undefined, { filter: '', sort: '' }, { filter: 'is:other group:none', sort: 'title' }])(
    'begins anew from %j',
    (kept) => {
      expect(listViewOf(kept)).toBeNull();
    },
  );
});
