import { describe, expect, it } from '@jest/globals';
import { exampleTask, TaskPullRequest, type TaskSummary } from '@foundry/organization/contracts';
import { emptyTaskState, type TaskStateView } from '@foundry/user/contracts';
import { FIRST_VIEW, listRows, type ListView, type Shown } from './task-rows.js';

let made = 0;
const aTask = (over: Partial<TaskSummary>): TaskSummary => {
  made += 1;
  return { ...exampleTask, id: `0190c6a0-0000-7000-8000-${String(made).padStart(12, '0')}`, ...over };
};
const pull = {
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
const NOBODY_LOOKED: Pick<Shown, 'own' | 'placed'> = { own: new Map(), placed: null };
const ownOf = (task: TaskSummary, over: Partial<TaskStateView>): [string, TaskStateView] => [
  task.id,
  { ...emptyTaskState(task.organizationId, task.id), ...over },
];
const texts = (
  tasks: TaskSummary[],
  view: Partial<ListView> = {},
  filter = '',
  seen: Partial<typeof NOBODY_LOOKED> = {},
) =>
  listRows(tasks, { ...FIRST_VIEW, ...view, filter, userId: '1', ...NOBODY_LOOKED, ...seen }).map((row) =>
    row.kind === 'group' ? `${row.name} (${String(row.count)})` : row.task.title,
  );

describe('the rows of the list', () => {
  it('stand in groups, the group with the newest work first', () => {
    const rows = texts([
      aTask({ title: 'old', repositoryName: 'acme/web', lastActivityAt: '2030-01-01T00:00:00.000Z' }),
      aTask({ title: 'new', repositoryName: 'acme/api', lastActivityAt: '2030-01-03T00:00:00.000Z' }),
      aTask({ title: 'mid', repositoryName: 'acme/web', lastActivityAt: '2030-01-02T00:00:00.000Z' }),
    ]);
    expect(rows).toEqual(['acme/api (1)', 'new', 'acme/web (2)', 'mid', 'old']);
  });

  it('leave archived tasks out', () => {
    expect(texts([aTask({ archivedAt: '2030-01-01T00:00:00.000Z' })])).toEqual([]);
  });

  it.each([
    ['mine', ['of one']],
    ['needs_you', ['asks']],
    ['not_started', ['virtual']],
  ] as const)('show in the view %s what belongs there', (view, expected) => {
    const owner = { userId: '1', login: 'ana', avatarUrl: null };
    const tasks = [
      aTask({ title: 'of one', owner, virtual: false, status: 'idle' }),
      aTask({ title: 'asks', virtual: false, status: 'needs_input' }),
      aTask({ title: 'virtual' }),
    ];
    expect(texts(tasks, { view, group: 'none' })).toEqual(expected);
  });

  it('show in the view unread, and in mine, what this person has not seen or took part in', () => {
    const [seen, unseen] = [aTask({ title: 'seen' }), aTask({ title: 'unseen' })];
    const own = new Map([ownOf(unseen, { unread: true, participant: true })]);
    expect(texts([seen, unseen], { view: 'unread', group: 'none' }, '', { own })).toEqual(['unseen']);
    expect(texts([seen, unseen], { view: 'mine', group: 'none' }, '', { own })).toEqual(['unseen']);
  });

  it('show archived tasks in their own view only', () => {
    const tasks = [aTask({ title: 'put away', archivedAt: '2030-01-01T00:00:00.000Z' }), aTask({ title: 'here' })];
    expect(texts(tasks, { view: 'archived', group: 'none' })).toEqual(['put away']);
  });

  it('have pins on top in their own order, and nowhere else', () => {
    const [a, b, c] = [aTask({ title: 'a' }), aTask({ title: 'b' }), aTask({ title: 'c' })];
    const own = new Map([ownOf(a, { pinRank: 'P' }), ownOf(c, { pinRank: 'O' })]);
    expect(texts([a, b, c], { group: 'none' }, '', { own })).toEqual(['Pinned (2)', 'c', 'a', 'Tasks (1)', 'b']);
  });

  it('stay in their places while somebody points at them, and new ones come in', () => {
    const at = (day: number): string => `2030-01-0${String(day)}T00:00:00.000Z`;
    const [first, second] = [
      aTask({ title: 'first', lastActivityAt: at(3) }),
      aTask({ title: 'second', lastActivityAt: at(2) }),
    ];
    const placed = new Map([first, second].map((task) => [task.id, task]));
    const now = [first, { ...second, lastActivityAt: at(5) }, aTask({ title: 'new', lastActivityAt: at(4) })];
    expect(texts(now, { group: 'none' }, '', { placed })).toEqual(['new', 'first', 'second']);
    expect(texts(now, { group: 'none' })).toEqual(['second', 'new', 'first']);
  });

  it.each(['greet', 'gbn', '#7', 'greetings', 'acme', 'octo'])('are found by %s', (filter) => {
    const owner = { userId: '1', login: 'octocat', avatarUrl: null };
    const pullRequest = TaskPullRequest.parse(pull);
    const task = aTask({ title: 'Greet people by name', owner, pullRequest });
    expect(texts([task], { group: 'none' }, filter)).toEqual(['Greet people by name']);
    expect(texts([aTask({ title: 'xyz', branch: 'x', repositoryName: 'x' })], { group: 'none' }, filter)).toEqual([]);
  });

  it('are the task of a pull request when its address is the filter, whatever view is chosen', () => {
    const pullRequest = TaskPullRequest.parse(pull);
    const tasks = [
      aTask({ title: 'this', repositoryName: 'acme/web', pullRequest }),
      aTask({ title: 'another', repositoryName: 'acme/api', pullRequest }),
    ];
    const address = ' https://github.com/acme/web/pull/7/files ';
    expect(texts(tasks, { view: 'needs_you', group: 'none' }, address)).toEqual(['this']);
  });
});
