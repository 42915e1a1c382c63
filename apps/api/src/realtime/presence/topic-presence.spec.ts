import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Present } from './present.js';
import { TopicPresence } from './topic-presence.js';

const TIMES = { changesMs: 500, toldEveryMs: 10_000 };
const Frame = z.object({ people: z.array(z.object({ userId: z.string(), state: z.string() })), more: z.int() });

const one = (userId: string, state: Present['state'] = 'viewing'): Present => ({
  userId,
  login: `user-${userId.padStart(3, '0')}`,
  avatarUrl: null,
  state,
});
const topic = () => new TopicPresence('task:1', TIMES);
const shown = (presence: TopicPresence) => Frame.parse(JSON.parse(presence.frame));
const ids = (presence: TopicPresence) => shown(presence).people.map(({ userId }) => userId);

describe('who looks at a topic', () => {
  it('is shown and told at once, and then at most twice a second', () => {
    const presence = topic();
    expect(presence.turn([one('1')], 10_000)).toEqual([one('1')]);
    expect(ids(presence)).toEqual(['1']);
    expect(presence.turn([one('1'), one('2')], 10_100)).toBeNull();
    expect(ids(presence)).toEqual(['1']);
    expect(presence.turn([one('1'), one('2')], 10_500)).toHaveLength(2);
    expect(ids(presence)).toEqual(['1', '2']);
  });

  it('is told again every ten seconds, and at once to who asks', () => {
    const presence = topic();
    presence.turn([one('1')], 10_000);
    expect(presence.turn([one('1')], 19_999)).toBeNull();
    expect(presence.turn([one('1')], 20_000)).toEqual([one('1')]);
    presence.askedFor();
    expect(presence.turn([one('1')], 20_600)).toEqual([one('1')]);
  });

  it('tells once that nobody is left, and nothing while nobody was there', () => {
    const presence = topic();
    expect(presence.turn([], 10_000)).toBeNull();
    presence.turn([one('1')], 11_000);
    expect(presence.turn([], 12_000)).toEqual([]);
    expect(presence.turn([], 40_000)).toBeNull();
    expect(ids(presence)).toEqual([]);
    expect(presence.isEmpty).toBe(true);
  });

  it('counts a person once, who types when they type in one of their tabs', () => {
    const presence = topic();
    presence.heard('b', [one('1', 'typing'), one('2')], 10_000);
    presence.turn([one('1')], 10_000);
    expect(shown(presence).people).toMatchObject([
      { userId: '1', state: 'typing' },
      { userId: '2', state: 'viewing' },
    ]);
  });

  it('believes another instance until it says otherwise, or nothing for 30 seconds', () => {
    const presence = topic();
    presence.heard('b', [one('2')], 10_000);
    presence.heard('c', [one('3')], 10_000);
    presence.heard('c', [], 15_000);
    presence.turn([], 40_000);
    expect(ids(presence)).toEqual(['2']);
    presence.turn([], 41_000);
    expect(ids(presence)).toEqual([]);
  });

  it('shows fifty people and how many there are more', () => {
    const presence = topic();
    presence.turn(
      Array.from({ length: 53 }, (_, index) => one(String(index + 1))),
      10_000,
    );
    expect(shown(presence).people).toHaveLength(50);
    expect(shown(presence).more).toBe(3);
  });
});
