import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KERNEL_MANIFEST } from '../commands/kernel-manifest.js';
import { ScratchDatabase } from '../testing/rows/scratch-database.js';
import { storeDeltas } from './store-deltas.js';
import { StoredTopics } from './stored-topics.js';

describe('deltas that an effect streams', () => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await ScratchDatabase.create(KERNEL_MANIFEST);
  });
  afterAll(() => database.drop());

  const store = (...frames: { topic: string; type: string; data: unknown }[]) =>
    database.transaction((sql) => storeDeltas(sql, frames));

  it('get the next versions of their topics, in order', async () => {
    await store({ topic: 'session:a', type: 'item', data: 1 });
    const stored = await store(
      { topic: 'session:b', type: 'item', data: 'first of b' },
      { topic: 'session:a', type: 'append', data: 2 },
      { topic: 'session:a', type: 'append', data: 3 },
    );
    expect(stored.get('session:a')?.map(({ version, data }) => [version, data])).toEqual([
      [2, 2],
      [3, 3],
    ]);
    expect(stored.get('session:b')?.map(({ version }) => version)).toEqual([1]);
  });

  it('have no gap when many transactions feed the same topics at once, in whatever order they name them', async () => {
    const frame = (topic: string, data: number) => ({ topic: `session:${topic}`, type: 'item', data });
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        n % 2 ? store(frame('x', n), frame('y', n)) : store(frame('y', n), frame('x', n)),
      ),
    );
    const topics = new StoredTopics(database);
    for (const topic of ['session:x', 'session:y']) {
      expect((await topics.since(topic, 0))?.map(({ version }) => version)).toEqual(
        Array.from({ length: 30 }, (_, index) => index + 1),
      );
    }
  });
});
