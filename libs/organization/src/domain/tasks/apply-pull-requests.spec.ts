import { describe, expect, it } from '@jest/globals';
import type { AppliedPullRequest, ReportedSummary, Settings } from '../../contracts/index.js';
import { aClosed, aMerged, applied, aPull, at, FORK, idOf, WEB } from '../../testing/pull-requests.js';
import { type ListedTask } from './listed-task.js';

const NOW = new Date(at(20));
const summary: ReportedSummary = {
  title: 'What the task says',
  titleSource: 'user',
  status: 'running',
  statusReason: null,
  archivedAt: null,
  archiveReason: null,
  owner: { userId: '1', login: 'ana', avatarUrl: null },
  sessions: [],
  filesChanged: 3,
  linesAdded: 10,
  linesRemoved: 2,
  unpushed: 1,
  lastActivityAt: at(50),
};

/** Tasks after these pull requests were applied, one by one. */
function given(pulls: AppliedPullRequest[], rules: Partial<Settings> = {}): ListedTask[] {
  const tasks: ListedTask[] = [];
  for (const pull of pulls) applied(tasks, [pull], rules);
  return tasks;
}

/** The same with every task made real. */
function givenReal(pulls: AppliedPullRequest[], told: Partial<ReportedSummary> = {}): ListedTask[] {
  const tasks = given(pulls);
  for (const task of tasks) task.record(1, { ...summary, ...told }, NOW);
  return tasks;
}

const only = (tasks: ListedTask[]) => {
  expect(tasks).toHaveLength(1);
  return tasks.map((task) => task.view())[0];
};

describe('a pull request whose row is not newer', () => {
  it.each([1, 2])('is skipped, and tells nothing (version %d of 2)', (version) => {
    const tasks = given([aPull(1, { version: 2 })]);
    const decided = applied(tasks, [aPull(1, { version, title: 'Other' })]);
    expect(decided).toMatchObject({ tasks: [], created: 0, toArchive: [], activity: [] });
    expect(only(tasks)).toMatchObject({ title: 'Pull request 1' });
  });
});

describe('an open pull request without a task for its branch', () => {
  it('becomes a virtual task with its title and the time of its last change', () => {
    const tasks: ListedTask[] = [];
    expect(applied(tasks, [aPull(7, { version: 3 })]).created).toBe(1);
    expect(only(tasks)).toMatchObject({
      id: idOf(7),
      virtual: true,
      status: 'virtual',
      title: 'Pull request 7',
      titleSource: 'pull_request',
      branch: 'branch-7',
      lastActivityAt: at(3),
      archivedAt: null,
      pullRequest: { number: 7, state: 'open' },
    });
  });

  it('is one task for each fork, and flagged', () => {
    const tasks = given([
      aPull(1, { headBranch: 'patch-1', headRepositoryId: FORK }),
      aPull(2, { headBranch: 'patch-1', headRepositoryId: '72' }),
      aPull(3, { headBranch: 'patch-1' }),
    ]);
    expect(tasks.map((task) => task.view().fork)).toEqual([true, true, false]);
    applied(tasks, [aClosed(1, 5, { headBranch: 'patch-1', headRepositoryId: FORK })]);
    expect(tasks.map(({ isArchived }) => isArchived)).toEqual([true, false, false]);
  });

  it('stands alone when its fork was never known', () => {
    const tasks = given([
      aPull(1, { headRepositoryId: null }),
      aPull(2, { headRepositoryId: null, headBranch: 'branch-1' }),
    ]);
    expect(tasks.map(({ headKey }) => headKey)).toEqual(['pr:1', 'pr:2']);
  });

  it('keeps the case of branches apart', () => {
    expect(given([aPull(1, { headBranch: 'Fix' }), aPull(2, { headBranch: 'fix' })])).toHaveLength(2);
  });
});

describe('an open pull request whose branch has a task', () => {
  it('is linked to a virtual one, which shows the highest number', () => {
    const tasks = given([aPull(2), aPull(1, { headBranch: 'branch-2' }), aPull(3, { headBranch: 'branch-2' })]);
    expect(only(tasks)).toMatchObject({ pullRequestCount: 3, pullRequest: { number: 3 }, title: 'Pull request 3' });
  });

  it('is linked to a real one and touches nothing that the task says', () => {
    const tasks = givenReal([aPull(1)]);
    const before = only(tasks);
    applied(tasks, [aPull(2, { headBranch: 'branch-1', version: 55 })]);
    expect(only(tasks)).toEqual({
      ...before,
      pullRequest: expect.objectContaining({ number: 2 }),
      pullRequestCount: 2,
    });
  });

  it('is linked also where the settings would show none', () => {
    const tasks = given([aPull(1)]);
    applied(tasks, [aPull(2, { headBranch: 'branch-1' })], { pullRequestTasks: 'none' });
    expect(only(tasks)).toMatchObject({ pullRequestCount: 2 });
  });
});

describe('a pull request whose draft, title, base, checks or review changed', () => {
  const change = {
    draft: true,
    title: 'New',
    baseBranch: 'next',
    checks: 'failed',
    review: 'approved',
  } as const;

  it('changes the row, and the title of a virtual task', () => {
    const tasks = given([aPull(1), aPull(1, { version: 2, ...change })]);
    const { title, ...shown } = change;
    expect(only(tasks)).toMatchObject({ title, pullRequest: shown });
  });

  it('leaves the title of a real task', () => {
    const tasks = givenReal([aPull(1)]);
    applied(tasks, [aPull(1, { version: 2, ...change })]);
    expect(only(tasks)).toMatchObject({ title: 'What the task says', pullRequest: { title: 'New' } });
  });

  it('tells of checks that began to fail, once, and of none when it is new', () => {
    const tasks = given([aPull(1)]);
    expect(applied(tasks, [aPull(1, { version: 2, ...change })]).activity).toMatchObject([
      { kind: 'checks_failed', number: 1, at: at(2) },
    ]);
    expect(applied(tasks, [aPull(1, { version: 3, ...change })]).activity).toEqual([]);
    expect(applied([], [aPull(2, { checks: 'failed' })]).activity).toEqual([]);
  });

  it('tells when they fail no more, and not while they run or nobody knows', () => {
    const tasks = given([aPull(1, { checks: 'failed' })]);
    const told = (['unknown', 'pending', 'passed', 'none'] as const).map((checks, index) =>
      applied(tasks, [aPull(1, { version: index + 2, checks })]).activity.map(({ kind }) => kind),
    );
    expect(told).toEqual([[], [], ['checks_cleared'], []]);
  });

  it('tells that they are nobody’s concern when it ends, if they were one', () => {
    const kinds = (before: AppliedPullRequest, end: AppliedPullRequest) =>
      applied(given([before]), [end]).activity.map(({ kind }) => kind);
    const failing = aPull(1, { checks: 'failed' });
    expect(kinds(failing, aClosed(1, 2, { checks: 'failed' }))).toEqual(['checks_cleared']);
    expect(kinds(failing, aMerged(1, 2, { checks: 'failed' }))).toEqual(['merged', 'checks_cleared']);
    expect(kinds(aPull(1), aClosed(1, 2))).toEqual([]);
  });
});

describe('a pull request that ends while another of its task is open', () => {
  it('changes its row only; the other is shown', () => {
    const tasks = given([aPull(1), aPull(2, { headBranch: 'branch-1' }), aMerged(2, 3, { headBranch: 'branch-1' })]);
    expect(only(tasks)).toMatchObject({ archivedAt: null, pullRequest: { number: 1, state: 'open' } });
    applied(tasks, [aClosed(1, 4)]);
    expect(only(tasks)).toMatchObject({ archiveReason: 'closed', pullRequest: { number: 1, state: 'closed' } });
  });
});

describe('the last open pull request of a task ends', () => {
  it.each([
    ['closed_or_merged', 'closed', true],
    ['closed_or_merged', 'merged', true],
    ['merged', 'closed', false],
    ['merged', 'merged', true],
    ['never', 'closed', false],
    ['never', 'merged', false],
  ] as const)('with autoArchive %s and %s, virtual and real', (autoArchive, state, isArchived) => {
    const end = aPull(1, { state, version: 2 });
    const tasks = given([aPull(1)]);
    expect(applied(tasks, [end], { autoArchive })).toMatchObject({ archived: isArchived ? 1 : 0, toArchive: [] });
    expect(only(tasks)).toMatchObject({ archiveReason: isArchived ? state : null, pullRequest: { state } });

    const real = givenReal([aPull(1)]);
    const asked = isArchived ? [{ taskId: idOf(1), reason: state, number: 1 }] : [];
    expect(applied(real, [end], { autoArchive }).toArchive).toEqual(asked);
    expect(only(real)).toMatchObject({ archivedAt: null, pullRequest: { state } });
  });

  it('asks a real task once, however often it is told', () => {
    const tasks = givenReal([aPull(1)]);
    expect(applied(tasks, [aMerged(1, 2), aMerged(1, 2)]).toArchive).toHaveLength(1);
    expect(applied(tasks, [aMerged(1, 2)]).toArchive).toEqual([]);
    expect(applied(tasks, [aMerged(1, 3, { title: 'Later' })]).toArchive).toEqual([]);
  });

  it('does not ask a real task that is archived', () => {
    const tasks = givenReal([aPull(1)], { status: 'archived', archivedAt: at(10), archiveReason: 'user' });
    expect(applied(tasks, [aMerged(1, 2)]).toArchive).toEqual([]);
  });

  it('becomes exact when a vanished one turns out to be merged', () => {
    const tasks = given([aPull(1), aClosed(1, 2, { closedBy: 'vanished' })], { autoArchive: 'merged' });
    expect(only(tasks)).toMatchObject({ archivedAt: null });
    const decided = applied(tasks, [aMerged(1, 3)], { autoArchive: 'merged' });
    expect(decided.activity).toMatchObject([{ kind: 'merged' }]);
    expect(only(tasks)).toMatchObject({ archiveReason: 'merged' });
  });

  it('shows the one that closed last', () => {
    const other = { headBranch: 'branch-1' };
    const tasks = given([aPull(1), aPull(2, other), aClosed(2, 3, other), aMerged(1, 4)]);
    expect(only(tasks)).toMatchObject({ pullRequest: { number: 1 }, archiveReason: 'merged' });
  });
});

describe('a pull request closed because its repository is gone', () => {
  const gone = aClosed(1, 2, { closedBy: 'removal' });

  it.each(['closed_or_merged', 'merged', 'never'] as const)('puts a virtual task away, also with %s', (autoArchive) => {
    const tasks = given([aPull(1)]);
    applied(tasks, [gone], { autoArchive });
    expect(only(tasks)).toMatchObject({ archiveReason: 'repository_removed', repositoryAvailable: false });
  });

  it('only flags a real one', () => {
    const tasks = givenReal([aPull(1)]);
    expect(applied(tasks, [gone]).toArchive).toEqual([]);
    expect(only(tasks)).toMatchObject({ archivedAt: null, repositoryAvailable: false });
  });

  it('brings the same task back with it', () => {
    const tasks = given([aPull(1), gone, aPull(1, { version: 3 })]);
    expect(only(tasks)).toMatchObject({
      id: idOf(1),
      archivedAt: null,
      archiveReason: null,
      repositoryAvailable: true,
    });
  });
});

describe('a pull request that is open again', () => {
  it('brings back a virtual task that Foundry put away, under its id', () => {
    const tasks = given([aPull(1), aClosed(1, 2), aPull(1, { version: 3 })]);
    expect(only(tasks)).toMatchObject({ id: idOf(1), archivedAt: null, archiveReason: null });
  });

  it('leaves one that a person put away, also when it closed meanwhile', () => {
    const tasks = given([aPull(1)]);
    tasks[0]?.setArchived(true, NOW);
    applied(tasks, [aClosed(1, 2)]);
    applied(tasks, [aPull(1, { version: 3 })]);
    expect(only(tasks)).toMatchObject({ archiveReason: 'user', pullRequest: { state: 'open' } });
  });

  it('leaves a real archived task where it is, and shows the pull request', () => {
    const tasks = givenReal([aPull(1), aMerged(1, 2)], {
      status: 'archived',
      archivedAt: at(10),
      archiveReason: 'merged',
    });
    applied(tasks, [aPull(1, { version: 3 })]);
    expect(only(tasks)).toMatchObject({ status: 'archived', archiveReason: 'merged', pullRequest: { state: 'open' } });
  });

  it('leaves what a person restored, when the closed one changes its title', () => {
    const tasks = given([aPull(1), aClosed(1, 2)]);
    tasks[0]?.setArchived(false, NOW);
    applied(tasks, [aClosed(1, 3, { title: 'Later' })]);
    expect(only(tasks)).toMatchObject({ archivedAt: null, title: 'Later' });
  });
});

describe('nothing is stored of a pull request', () => {
  it.each([
    ['that is closed and unknown', aClosed(1, 1), {}],
    ['that is merged and unknown', aMerged(1, 1), {}],
    ['closed and unknown, though its branch has a task', aClosed(2, 1, { headBranch: 'x' }), {}],
    ['when no pull request is shown', aPull(1), { pullRequestTasks: 'none' as const }],
    [
      'from a fork, when only those of the repository are shown',
      aPull(1, { headRepositoryId: FORK }),
      { pullRequestTasks: 'same_repository' as const },
    ],
    [
      'from a fork that is gone, likewise',
      aPull(1, { headRepositoryId: null }),
      { pullRequestTasks: 'same_repository' as const },
    ],
    ['of an excluded author, in whichever case', aPull(1), { excludeAuthors: ['OctoCat'] }],
  ])('%s', (_case, pull, rules) => {
    const tasks = given([aPull(9, { headBranch: 'x' })]);
    expect(applied(tasks, [pull], rules)).toMatchObject({ tasks: [], created: 0 });
    expect(only(tasks)).toMatchObject({ pullRequestCount: 1 });
  });

  it('except when one of the repository itself is shown', () => {
    expect(applied([], [aPull(1, { headRepositoryId: WEB })], { pullRequestTasks: 'same_repository' }).created).toBe(1);
  });
});

describe('the same versions in any order and number', () => {
  const other = { headBranch: 'branch-1' };
  const versions = [
    aPull(1, { version: 2, draft: true }),
    aPull(1, { version: 3, title: 'Renamed', checks: 'failed' }),
    aClosed(1, 4),
    aPull(1, { version: 5, review: 'approved' }),
    aMerged(1, 6),
    aPull(2, { version: 2, ...other }),
    aClosed(2, 7, other),
    aPull(3, { version: 2, headRepositoryId: FORK }),
    aPull(3, { version: 8, headRepositoryId: FORK, title: 'Last' }),
  ];
  const first = [aPull(1), aPull(2, other), aPull(3, { headRepositoryId: FORK })];

  /** Everything but the counters that say how often a row was written. */
  const endOf = (order: AppliedPullRequest[]) =>
    given([...first, ...order]).map((task) => {
      const { row, pulls } = task.changes();
      return {
        row: { ...row, version: 0, archivedAt: row?.archivedAt !== null },
        pulls: pulls.map((pull) => ({ ...pull, version: 0 })).sort((a, b) => a.number - b.number),
      };
    });

  it('ends in the same rows', () => {
    const expected = endOf(versions);
    const random = seeded(20_300_101);
    for (let round = 0; round < 500; round += 1) {
      const repeated = [...versions, ...versions.filter(() => random() < 0.5)];
      expect(endOf(shuffled(repeated, random))).toEqual(expected);
    }
    expect(expected.map(({ row }) => row.archiveReason)).toEqual(['closed', null]);
  });
});

/** A small generator (mulberry32), so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] =>
  items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
