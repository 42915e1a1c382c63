import { describe, expect, it } from '@jest/globals';
import { ageOf } from './age-of.js';

const NOW = Date.parse('2030-01-10T12:00:00.000Z');

describe('an age', () => {
  it.each([
    ['2030-01-10T11:59:30.000Z', 'now'],
    ['2030-01-10T11:58:30.000Z', '1m'],
    ['2030-01-10T09:00:00.000Z', '3h'],
    ['2030-01-01T12:00:00.000Z', '9d'],
    ['2029-10-01T12:00:00.000Z', '3mo'],
    ['2027-01-01T12:00:00.000Z', '3y'],
    ['2030-01-10T12:05:00.000Z', 'now'],
  ])('of %s is %s', (at, age) => {
    expect(ageOf(at, NOW)).toBe(age);
  });
});
