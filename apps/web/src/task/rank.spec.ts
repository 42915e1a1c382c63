import { describe, expect, it } from '@jest/globals';
import { rankBetween } from './rank.js';

describe('a rank between two others', () => {
  it.each([
    [null, null],
    [null, 'O'],
    ['O', null],
    ['O', 'P'],
    ['O', 'OO'],
    ['a0', 'a1'],
    [null, '!O'],
    ['~', null],
  ])('%s and %s stands between them', (low, high) => {
    const rank = rankBetween(low, high);
    if (low !== null) expect(rank > low).toBe(true);
    if (high !== null) expect(rank < high).toBe(true);
  });

  it('has room for two hundred pins on one end, each before the last, in forty characters', () => {
    let first: string | null = null;
    for (let pin = 0; pin < 200; pin += 1) {
      const rank: string = rankBetween(null, first);
      if (first !== null) expect(rank < first).toBe(true);
      first = rank;
    }
    expect(first?.length).toBeLessThanOrEqual(40);
  });
});
