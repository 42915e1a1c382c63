import { describe, expect, it } from '@jest/globals';
import { InboundRate } from './inbound-rate.js';

describe('the rate of frames', () => {
  it('allows a burst and then a steady stream', () => {
    const rate = new InboundRate(20, 60, 0);
    expect(Array.from({ length: 60 }, () => rate.take(0)).every(Boolean)).toBe(true);
    expect(rate.take(0)).toBe(false);
    expect(rate.take(50)).toBe(true);
    expect(rate.take(50)).toBe(false);
  });

  it('never saves up more than the burst', () => {
    const rate = new InboundRate(20, 60, 0);
    const taken = Array.from({ length: 100 }, () => rate.take(3_600_000)).filter(Boolean);
    expect(taken).toHaveLength(60);
  });
});
