import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../contracts/index.js';
import { applied, aPull } from '../../testing/pull-requests.js';
import { drawnBranches } from './branch-names.js';
import { branchAsked, mayRunOn, mustHaveRoom, mustHaveText, mustNotBeTaken } from './create-task.js';
import { inParts } from './in-parts.js';
import { type ListedTask } from './listed-task.js';
import { titleOf } from './task-title.js';

const code = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
  return null;
};

describe('the branch of a new task', () => {
  it('is exactly what was asked for', () => {
    expect(branchAsked({ new: "x'y$(id);`id`" }, 'main')).toBe("x'y$(id);`id`");
    expect(branchAsked({ existing: 'Fix/It' }, 'main')).toBe('Fix/It');
    expect(branchAsked({ new: null }, 'main')).toBeNull();
    expect(branchAsked({ pullRequest: 7 }, 'main')).toBeNull();
  });

  it.each(['a..b', '-x', 'x y', 'a.lock', 'a@{b', '/a', '', 'HEAD', '@', 'x'.repeat(300)])('refuses %j', (name) => {
    expect(code(() => branchAsked({ new: name }, 'main'))).toBe('branch.invalid');
    expect(code(() => branchAsked({ existing: name }, 'main'))).toBe('branch.invalid');
  });

  it('refuses the default branch', () => {
    expect(code(() => branchAsked({ existing: 'main' }, 'main'))).toBe('branch.is_default');
    expect(branchAsked({ existing: 'Main' }, 'main')).toBe('Main');
  });

  it('is drawn with the prefix: twenty short names, then a long one', () => {
    let last = 0;
    const names = drawnBranches('foundry/', (limit) => (last = (last * 31 + 17) % limit));
    expect(names).toHaveLength(21);
    for (const name of names.slice(0, 20)) expect(name).toMatch(/^foundry\/[a-z]+-[a-z]+-[a-z0-9]{4}$/);
    expect(names[20]).toMatch(/^foundry\/[a-z]+-[a-z]+-[a-z0-9]{12}$/);
  });
});

describe('what keeps a task from being created', () => {
  it('is a blank prompt', () => {
    expect(
      code(() => {
        mustHaveText(' \n\t');
      }),
    ).toBe('message.empty');
  });

  it('is a real task on the branch, archived or not; a virtual one is none', () => {
    const tasks: ListedTask[] = [];
    applied(tasks, [aPull(1)]);
    const [task = null] = tasks;
    expect(
      code(() => {
        mustNotBeTaken(task);
      }),
    ).toBeNull();
    task?.adopt(undefined, new Date());
    expect(
      code(() => {
        mustNotBeTaken(task);
      }),
    ).toBe('branch.taken');
  });

  it('is the limit of active tasks', () => {
    expect(
      code(() => {
        mustHaveRoom(2, 2);
      }),
    ).toBe('task.limit');
    expect(
      code(() => {
        mustHaveRoom(1, 2);
      }),
    ).toBeNull();
  });

  it('is a provider that settings or instance do not allow', () => {
    const settings = { ...DEFAULT_SETTINGS, sandboxProviders: ['docker' as const], defaultProvider: 'docker' as const };
    expect(mayRunOn(undefined, settings, { providers: ['docker'] })).toBe('docker');
    expect(code(() => mayRunOn('e2b', settings, { providers: ['docker', 'e2b'] }))).toBe(
      'sandbox.provider_unavailable',
    );
    expect(code(() => mayRunOn('docker', settings, { providers: ['local'] }))).toBe('sandbox.provider_unavailable');
  });
});

describe('the title of a task', () => {
  it.each([
    ['\n\n  Fix the login  \nand more', 'Fix the login'],
    ['x'.repeat(100), 'x'.repeat(80)],
    [`${'word '.repeat(15)}another word`, 'word '.repeat(15).trim()],
    [`${'a'.repeat(40)} ${'b'.repeat(39)} c`, `${'a'.repeat(40)} ${'b'.repeat(39)}`],
    ['🙂'.repeat(90), '🙂'.repeat(80)],
  ])('of %j', (prompt, title) => {
    expect(titleOf(prompt)).toBe(title);
  });
});

describe('rows in parts', () => {
  it('are at most 100 and 200 KiB', () => {
    expect(inParts(Array.from({ length: 250 }, () => 1)).map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(inParts(Array.from({ length: 3 }, () => 'x'.repeat(100 * 1024))).map(({ length }) => length)).toEqual([
      1, 1, 1,
    ]);
    expect(inParts([])).toEqual([]);
  });
});
