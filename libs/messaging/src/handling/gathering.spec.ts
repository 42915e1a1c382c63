import { describe, expect, it } from '@jest/globals';
import { Gathering } from './gathering.js';

describe('Commands that are ready', () => {
  it('begin at once when nothing ran before', () => {
    expect(new Gathering().left(1, 1_000)).toBe(0);
  });

  it('begin at once after a batch of their own size', () => {
    const gathering = new Gathering();
    gathering.began(4);
    expect(gathering.left(1, 1_000)).toBe(0);
  });

  it('wait a moment for the rest after a far larger batch, and not longer', () => {
    const gathering = new Gathering();
    gathering.began(30);
    expect(gathering.left(3, 1_000)).toBeGreaterThan(0);
    expect(gathering.left(4, 1_001)).toBeGreaterThan(0);
    expect(gathering.left(4, 1_002)).toBeLessThanOrEqual(0);
  });

  it('begin as soon as enough are there', () => {
    const gathering = new Gathering();
    gathering.began(30);
    expect(gathering.left(3, 1_000)).toBeGreaterThan(0);
    expect(gathering.left(10, 1_000)).toBe(0);
  });

  it('wait once, not before each batch', () => {
    const gathering = new Gathering();
    gathering.began(30);
    gathering.left(1, 1_000);
    gathering.began(1);
    expect(gathering.left(1, 1_010)).toBe(0);
  });
});
