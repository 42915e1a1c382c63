import { describe, expect, it } from '@jest/globals';
import { roomAt } from './pace.js';

const minute = new Date('2030-01-01T12:00:00Z');
const after = (seconds: number): Date => new Date(minute.getTime() + seconds * 1_000);

describe('when a budget has room again', () => {
  it.each<[string, number, number, number, number]>([
    ['is now, when there is room', 10, 0, 700, 10],
    ['is when enough of the minute before is over', 400, 800, 10, 30.75],
    ['is at the beginning of the next minute, or a little later', 800, 0, 10, 60.75],
    ['is as soon as the minute before is over, when it was full and this one is empty', 0, 800, 800, 60],
    ['is as for all of a minute, for more than one holds', 0, 400, 4_000, 60],
  ])('%s', (_case, points, before, wanted, seconds) => {
    expect(roomAt({ minute, points, before }, wanted, 800, after(10))).toEqual(after(Math.max(seconds, 10)));
  });
});
