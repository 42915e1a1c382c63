import { describe, expect, it } from '@jest/globals';
import { hashOf, isTokenSecret, newTokenSecret, prefixOf } from './token-secret.js';

describe('token secrets', () => {
  it('have the documented form and are recognised', () => {
    const secret = newTokenSecret();
    expect(secret).toMatch(/^fdy_[0-9A-Za-z]{49}$/);
    expect(isTokenSecret(secret)).toBe(true);
    expect(prefixOf(secret)).toBe(secret.slice(0, 10));
    expect(hashOf(secret)).toHaveLength(32);
  });

  it('never repeat', () => {
    expect(new Set(Array.from({ length: 1000 }, newTokenSecret)).size).toBe(1000);
  });

  it('are refused with any one character wrong', () => {
    const secret = newTokenSecret();
    for (let place = 4; place < secret.length; place += 1) {
      const other = secret[place] === 'a' ? 'b' : 'a';
      expect(isTokenSecret(secret.slice(0, place) + other + secret.slice(place + 1))).toBe(false);
    }
  });

  it.each([
    '',
    'fdy_',
    'ghp_abc',
    `${newTokenSecret()}x`,
    ` ${newTokenSecret()}`,
    `fdy_${'é'.repeat(49)}`,
    'x'.repeat(10_000),
  ])('are not %j', (presented) => expect(isTokenSecret(presented)).toBe(false));
});
