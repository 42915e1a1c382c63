import { describe, expect, it } from '@jest/globals';
import { subsequence } from './subsequence.js';

describe('the filter', () => {
  it('finds letters that stand together where they do', () => {
    expect(subsequence('swe', 'In Swedish kronor')).toEqual([3, 4, 5]);
  });

  it('finds letters in their order with others between', () => {
    expect(subsequence('isk', 'In Swedish kronor')).toEqual([0, 3, 11]);
  });

  it('finds nothing in another order', () => {
    expect(subsequence('ba', 'ab')).toBeNull();
  });
});
