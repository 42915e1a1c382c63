import { describe, expect, it } from '@jest/globals';
import { shipping } from './ship.js';

const task = { unpushed: 0, dirty: false, lifecycle: 'open' as const, pullRequest: null };
const changes = { files: 2, behind: 0, ahead: 1 };
const open = { state: 'open' as const, draft: false };

describe('the ship bar', () => {
  it.each([
    ['nothing changed', { task, listed: null, changes: null }, null, 'No changes yet'],
    [
      'changes without a pull request',
      { task: { ...task, unpushed: 1 }, listed: null, changes },
      'publish',
      'Create pull request',
    ],
    [
      'commits that were not pushed',
      { task: { ...task, unpushed: 2 }, listed: open, changes },
      'push',
      'Push 2 commits',
    ],
    ['edits without a commit', { task: { ...task, dirty: true }, listed: open, changes }, 'push', 'Commit and push'],
    ['a branch that is behind', { task, listed: open, changes: { ...changes, behind: 3 } }, 'sync', 'Update branch'],
    ['a draft', { task, listed: { ...open, draft: true }, changes }, 'ready', 'Mark as ready'],
    ['an open pull request', { task, listed: open, changes }, 'merge', 'Merge'],
    ['a merged one', { task, listed: { ...open, state: 'merged' as const }, changes }, 'archive', 'Archive'],
    [
      'an archived task',
      { task: { ...task, lifecycle: 'archived' as const }, listed: open, changes },
      null,
      'This task is closed',
    ],
  ])('offers for %s what is next', (_, parts, primary, label) => {
    expect(shipping(parts)).toMatchObject({ primary, label });
  });

  it('believes the task about its pull request before the list', () => {
    const merged = { ...task, pullRequest: { state: 'merged' as const, draft: false } };
    expect(shipping({ task: merged, listed: open, changes }).primary).toBe('archive');
  });

  it('asks for a commit message while there are edits without a commit', () => {
    expect(shipping({ task: { ...task, dirty: true }, listed: null, changes }).needsCommit).toBe(true);
  });
});
