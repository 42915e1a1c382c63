import { describe, expect, it } from '@jest/globals';
import { exampleTask, type MemberView } from '@foundry/organization/contracts';
import type { ActionId } from './actions.js';
import { entriesFor, type Searched } from './entries.js';

const pullRequest = {
  number: 42,
  state: 'open' as const,
  draft: false,
  title: 'Basket',
  url: 'https://github.com/acme/shop/pull/42',
  baseBranch: 'main',
  authorLogin: null,
  checks: 'none' as const,
  review: 'none' as const,
  openedAt: exampleTask.lastActivityAt,
  closedAt: null,
  closedBy: null,
};
const ben: MemberView = {
  organizationId: '9919',
  userId: '2',
  login: 'ben',
  name: 'Ben Bo',
  avatarUrl: null,
  githubRole: 'member',
  grantedRole: null,
  role: 'member',
  state: 'active',
  joinedAt: exampleTask.lastActivityAt,
  version: 1,
};
const searched: Searched = {
  tasks: [
    exampleTask,
    { ...exampleTask, id: 'b', title: 'Fix the basket', repositoryName: 'acme/shop', pullRequest },
    { ...exampleTask, id: 'c', title: 'Old basket', archivedAt: exampleTask.lastActivityAt },
  ],
  members: [ben],
  offered: new Map<ActionId, unknown>([
    ['task.new', null],
    ['palette.open', null],
  ]),
};
const labels = (text: string) =>
  entriesFor(searched, text).map(({ value, items }) => [value, items.map(({ label }) => label)]);

describe('the palette', () => {
  it('begins with recent tasks and what can be done here', () => {
    expect(labels('')).toEqual([
      ['Recent tasks', ['Greet people by name', 'Fix the basket']],
      ['Actions', ['New task']],
    ]);
  });

  it('finds tasks, never archived ones, and repositories', () => {
    expect(labels('bask')).toEqual([['Tasks', ['Fix the basket']]]);
    expect(labels('acme/sh')).toEqual([
      ['Tasks', ['Fix the basket']],
      ['Repositories', ['acme/shop']],
    ]);
  });

  it.each([
    ['> new', [['Actions', ['New task']]]],
    ['#42', [['Pull requests', ['Fix the basket']]]],
    ['@be', [['People', ['@ben']]]],
    ['> nothing like it', []],
  ])('%s finds %j', (text, found) => {
    expect(labels(text)).toEqual(found);
  });
});
