import { describe, expect, it } from '@jest/globals';
import { type Pin, rankBefore, stepTo } from './pin-order.js';

const PINS: readonly Pin[] = [
  { id: 'a', rank: 'C' },
  { id: 'b', rank: 'M' },
  { id: 'c', rank: 'P' },
];
const afterMove = (moved: string, before: string | null): string => {
  const rank = rankBefore(PINS, moved, before);
  if (rank === null) return 'stays';
  return PINS.map((pin) => (pin.id === moved ? { id: moved, rank } : pin))
    .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ id }) => id)
    .join('');
};

describe('a pin', () => {
  it.each([
    ['c', 'a', 'cab'],
    ['c', 'b', 'acb'],
    ['a', 'c', 'bac'],
    ['a', null, 'bca'],
    ['b', null, 'acb'],
    ['a', 'b', 'stays'],
    ['a', 'a', 'stays'],
    ['c', null, 'stays'],
    ['x', 'a', 'stays'],
  ])('%s put before %s gives %s', (moved, before, order) => {
    expect(afterMove(moved, before)).toBe(order);
  });

  it.each([
    ['a', 1, 'bac'],
    ['b', 1, 'acb'],
    ['b', -1, 'bac'],
    ['c', -1, 'acb'],
  ] as const)('%s a step by %s gives %s', (moved, step, order) => {
    const before = stepTo(PINS, moved, step);
    expect(before === undefined ? 'end' : afterMove(moved, before)).toBe(order);
  });

  it('goes no step past its ends', () => {
    expect([stepTo(PINS, 'a', -1), stepTo(PINS, 'c', 1)]).toEqual([undefined, undefined]);
  });
});
