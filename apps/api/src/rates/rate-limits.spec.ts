import { describe, expect, it } from '@jest/globals';
import { RateLimits } from './rate-limits.js';

describe('rate limits', () => {
  it('allow so many in a minute, and again in the next', () => {
    const limits = new RateLimits(2);
    const at = [0, 30_000, 59_999, 60_000].map((now) => limits.take('ada', now));
    expect(at.map(({ allowed, remaining, resetSeconds }) => [allowed, remaining, resetSeconds])).toEqual([
      [true, 1, 60],
      [true, 0, 30],
      [false, 0, 1],
      [true, 1, 60],
    ]);
  });

  it('count every caller alone', () => {
    const limits = new RateLimits(1);
    limits.take('ada', 0);
    expect(limits.take('bob', 0).allowed).toBe(true);
  });
});
