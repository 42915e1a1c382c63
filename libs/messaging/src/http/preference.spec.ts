import { describe, expect, it } from '@jest/globals';
import { preferenceOf } from './preference.js';

describe('Prefer', () => {
  it.each([
    [undefined, 10_000, null],
    ['wait=3', 3000, 'wait=3'],
    ['Wait = 3', 10_000, null],
    ['wait="3"', 3000, 'wait=3'],
    ['wait=60', 10_000, 'wait=10'],
    ['wait=0', 10_000, null],
    ['wait=-1', 10_000, null],
    ['wait=1e3', 10_000, null],
    ['respond-async', 0, 'respond-async'],
    ['respond-async, wait=2', 2000, 'wait=2'],
    ['return=minimal; x, respond-async', 0, 'respond-async'],
  ])('%s waits %i ms and applies %s', (header, waitMs, applied) => {
    expect(preferenceOf(header)).toMatchObject({ waitMs, applied });
  });

  it('takes several headers for one', () => {
    expect(preferenceOf(['return=minimal', 'wait=1'])).toMatchObject({ waitMs: 1000 });
  });
});
