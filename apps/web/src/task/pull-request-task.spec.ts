import { describe, expect, it } from '@jest/globals';
import { exampleTask, TaskPullRequest, type TaskSummary } from '@foundry/organization/contracts';
import { taskAbout } from './pull-request-task.js';

const pullRequest = TaskPullRequest.parse({
  number: 7,
  state: 'open',
  draft: false,
  title: 'Greet people by name',
  url: 'https://github.com/acme/web/pull/7',
  baseBranch: 'main',
  authorLogin: 'octocat',
  checks: 'passed',
  review: 'none',
  openedAt: exampleTask.lastActivityAt,
  closedAt: null,
  closedBy: null,
});
const aTask = (id: string, over: Partial<TaskSummary> = {}): TaskSummary => ({
  ...exampleTask,
  id,
  repositoryName: 'Acme/web',
  pullRequest,
  ...over,
});
const found = (...tasks: TaskSummary[]) => taskAbout(tasks, { repository: 'acme/Web', number: 7 })?.id ?? null;

describe('the task of a pull request', () => {
  it('is the one with that number in that repository, whatever the case of its name', () => {
    const others = [aTask('a', { repositoryName: 'acme/api' }), aTask('b', { pullRequest: null })];
    expect(found(...others, aTask('c'))).toBe('c');
    expect(found(...others)).toBeNull();
  });

  it('is one that is not archived, when there are several', () => {
    const archivedAt = exampleTask.lastActivityAt;
    expect(found(aTask('a', { archivedAt }), aTask('b'))).toBe('b');
    expect(found(aTask('a', { archivedAt }))).toBe('a');
  });
});
