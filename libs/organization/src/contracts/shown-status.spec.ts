import { describe, expect, it } from '@jest/globals';
import { shownStatus } from './shown-status.js';
import { exampleTask, type TaskPullRequest, type TaskSummary } from './task-views.js';

const pullRequest: TaskPullRequest = {
  number: 7,
  state: 'open',
  draft: false,
  title: 'Greet people by name',
  url: 'https://github.com/acme/web/pull/7',
  baseBranch: 'main',
  authorLogin: 'octocat',
  checks: 'passed',
  review: 'none',
  openedAt: '2030-01-01T12:00:00.000Z',
  closedAt: null,
  closedBy: null,
};
const aTask = (over: Partial<TaskSummary>): TaskSummary => ({ ...exampleTask, ...over });
const withPull = (over: Partial<TaskPullRequest>, status: TaskSummary['status'] = 'idle') =>
  shownStatus(aTask({ virtual: false, status, pullRequest: { ...pullRequest, ...over } })).kind;

describe('the shown status of a task', () => {
  it.each([
    [{ state: 'merged' }, 'merged'],
    [{ state: 'closed' }, 'closed'],
    [{ checks: 'failed', review: 'approved' }, 'checks_failing'],
    [{ review: 'changes_requested' }, 'changes_requested'],
    [{ review: 'approved', draft: true }, 'approved'],
    [{ draft: true }, 'draft'],
    [{}, 'open'],
  ] as const)('of an idle one is that of its pull request: %j is %s', (over, kind) => {
    expect(withPull(over)).toBe(kind);
  });

  it('puts what the task does before its pull request', () => {
    expect(withPull({ state: 'merged' }, 'running')).toBe('working');
    expect(withPull({ checks: 'failed' }, 'needs_input')).toBe('needs_you');
  });

  it('says of a virtual one that nobody started it', () => {
    const status = shownStatus(aTask({ virtual: true, status: 'virtual', pullRequest }));
    expect(status).toEqual({ kind: 'open', label: 'Open pull request, not started', virtual: true });
  });

  it('says of an archived virtual one only that', () => {
    const status = shownStatus(aTask({ virtual: true, pullRequest, archivedAt: '2030-01-01T12:00:00.000Z' }));
    expect(status).toEqual({ kind: 'archived', label: 'Archived', virtual: false });
  });
});
