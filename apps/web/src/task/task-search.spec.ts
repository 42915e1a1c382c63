import { describe, expect, it } from '@jest/globals';
import { taskSearch } from './task-search.js';

describe('the address of a task', () => {
  it('names what is looked at', () => {
    const search = { session: 'a', tab: 'files', file: 'src/a.ts', line: 7, item: 12 };
    expect(taskSearch(search)).toEqual(search);
  });

  it.each([0, -1, 'x', null])('looks for no entry %p', (item) => {
    expect(taskSearch({ item })).toEqual({});
  });

  it('takes a tab or line that is none for the first one', () => {
    expect(taskSearch({ tab: 'x', line: 'y' })).toEqual({ tab: 'overview', line: 1 });
  });
});
