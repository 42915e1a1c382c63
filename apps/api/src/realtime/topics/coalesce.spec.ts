import { describe, expect, it } from '@jest/globals';
import { Change } from './change.js';
import { coalesce } from './coalesce.js';

let version = 0;
function change(type: string, data: unknown): Change {
  version += 1;
  return new Change({ topic: 'session:1', version, type, data });
}
const shown = (changes: readonly Change[]): unknown[] => changes.map(({ delta: { type, data } }) => [type, data]);

describe('what a slow reader gets', () => {
  it('is the newest state of each thing', () => {
    const changes = [
      change('task', { id: 'a', n: 1 }),
      change('task', { id: 'b', n: 1 }),
      change('task', { id: 'a', n: 2 }),
    ];
    expect(shown(coalesce(changes))).toEqual([
      ['task', { id: 'b', n: 1 }],
      ['task', { id: 'a', n: 2 }],
    ]);
  });

  it('keeps a removal between two lives of a thing', () => {
    const types = ['member', 'memberRemoved', 'member'];
    expect(shown(coalesce(types.map((type) => change(type, { id: '7' }))))).toEqual([
      ['memberRemoved', { id: '7' }],
      ['member', { id: '7' }],
    ]);
  });

  it('is one piece of text for many', () => {
    const changes = [
      change('item', { seq: 3, rev: 1, text: 'a' }),
      change('append', { seq: 3, rev: 2, at: 1, text: 'bc' }),
      change('append', { seq: 3, rev: 3, at: 3, text: 'd' }),
    ];
    expect(shown(coalesce(changes))).toEqual([
      ['item', { seq: 3, rev: 1, text: 'a' }],
      ['append', { seq: 3, rev: 3, at: 1, text: 'bcd', revs: 2 }],
    ]);
  });

  it('leaves out text that a later item holds', () => {
    const changes = [
      change('append', { seq: 3, rev: 2, at: 1, text: 'bc' }),
      change('item', { seq: 3, rev: 3, text: 'abc' }),
    ];
    expect(shown(coalesce(changes))).toEqual([['item', { seq: 3, rev: 3, text: 'abc' }]]);
  });

  it('does not join text over a missing piece', () => {
    const changes = [
      change('append', { seq: 3, rev: 2, at: 1, text: 'b' }),
      change('append', { seq: 3, rev: 4, at: 9, text: 'd' }),
    ];
    expect(coalesce(changes)).toHaveLength(2);
  });

  it('has nothing of what is hidden, and all of what has no identity', () => {
    const changes = [change('hidden', {}), change('tasks', [{ id: 'a' }]), change('tasks', [{ id: 'b' }])];
    expect(shown(coalesce(changes))).toHaveLength(2);
  });
});
