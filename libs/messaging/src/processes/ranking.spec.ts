import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { placesOf } from './ranking.js';

const workers = (count: number) => Array.from({ length: count }, () => randomUUID());
const shares = (of: readonly string[]) => {
  const places = placesOf('task', 8, of);
  return of.map((worker) => places.filter(({ holder }) => holder === worker).length).sort();
};

describe('the places of eight partitions', () => {
  it.each([
    [1, [8]],
    [2, [4, 4]],
    [3, [2, 3, 3]],
    [5, [1, 1, 2, 2, 2]],
  ])('are shared evenly among %i workers, whoever they are', (count, expected) => {
    for (let tries = 0; tries < 100; tries += 1) expect(shares(workers(count))).toEqual(expected);
  });

  it('are the same for every worker that looks, in whatever order it reads the others', () => {
    const four = workers(4);
    expect(placesOf('task', 8, [...four].reverse())).toEqual(placesOf('task', 8, four));
  });

  it('name another worker to stand by, and nobody where there is none', () => {
    const three = workers(3);
    for (const { holder, standby } of placesOf('task', 8, three)) expect(standby).not.toBe(holder);
    expect(placesOf('task', 1, ['only'])).toEqual([{ holder: 'only', standby: undefined }]);
  });

  it('leave some of more than eight workers without one', () => {
    expect(shares(workers(9)).filter((share) => share === 1)).toHaveLength(8);
  });
});
