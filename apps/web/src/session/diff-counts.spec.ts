import { describe, expect, it } from '@jest/globals';
import { diffCounts } from './diff-counts.js';

describe('the lines that a call of a tool changes', () => {
  it('are counted over all of its files', () => {
    const edit = { path: 'a.ts', oldText: 'one\ntwo\nthree\n', newText: 'one\n2\nthree\nfour\n' };
    const added = { path: 'b.ts', oldText: null, newText: 'new\n' };
    expect(diffCounts([edit, added])).toEqual({ added: 3, removed: 1 });
  });

  it('are not counted where there are none, or far too many', () => {
    expect(diffCounts([])).toBeNull();
    expect(diffCounts([{ path: 'a', oldText: '', newText: 'x\n'.repeat(30_000) }])).toBeNull();
  });
});
