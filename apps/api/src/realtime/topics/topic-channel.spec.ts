import { describe, expect, it } from '@jest/globals';
import { MAX_HELD_CHANGES } from '../limits.js';
import { Change } from './change.js';
import { TopicChannel } from './topic-channel.js';

const change = (version: number): Change => new Change({ topic: 'task:1', version, type: 'task', data: { version } });
const versions = (changes: readonly Change[]): number[] => changes.map(({ version }) => version);

function startedAt(version: number): TopicChannel {
  const channel = new TopicChannel();
  channel.startAt(version);
  return channel;
}

describe('the order of a topic', () => {
  it('holds everything until the stored version is known, then lets go what is newer', () => {
    const channel = new TopicChannel();
    expect([7, 5, 6].flatMap((version) => channel.accept(change(version)))).toEqual([]);
    expect(versions(channel.startAt(5))).toEqual([6, 7]);
  });

  it('passes on what comes in order', () => {
    expect(versions(startedAt(3).accept(change(4)))).toEqual([4]);
  });

  it('turns swapped deltas round', () => {
    const channel = startedAt(6);
    expect(channel.accept(change(8))).toEqual([]);
    expect(channel.hasGap).toBe(true);
    expect(versions(channel.accept(change(7)))).toEqual([7, 8]);
    expect(channel.hasGap).toBe(false);
  });

  it('drops what was passed on before', () => {
    const channel = startedAt(3);
    channel.accept(change(4));
    expect([4, 3, 4].flatMap((version) => channel.accept(change(version)))).toEqual([]);
  });

  it('takes what is missing from storage and goes on with what waited', () => {
    const channel = startedAt(3);
    channel.accept(change(7));
    expect(versions(channel.repair([4, 5, 6].map(change)))).toEqual([4, 5, 6]);
    expect(versions(channel.afterRepair())).toEqual([7]);
  });

  it('gives from a repair only what it has not passed on meanwhile', () => {
    const channel = startedAt(3);
    channel.accept(change(4));
    expect(versions(channel.repair([4, 5].map(change)))).toEqual([5]);
  });

  it('starts again at a lower version after a restored backup', () => {
    const channel = startedAt(900);
    expect(channel.moveTo(12)).toEqual([]);
    expect(versions(channel.accept(change(13)))).toEqual([13]);
  });

  it('keeps its memory small and the gap visible when thousands wait', () => {
    const channel = startedAt(0);
    for (let version = 2; version < MAX_HELD_CHANGES * 2; version += 1) channel.accept(change(version));
    expect(versions(channel.accept(change(1)))).toHaveLength(MAX_HELD_CHANGES + 1);
    expect(channel.hasGap).toBe(false);
    expect(channel.accept(change(MAX_HELD_CHANGES * 2))).toEqual([]);
    expect(channel.hasGap).toBe(true);
  });
});
