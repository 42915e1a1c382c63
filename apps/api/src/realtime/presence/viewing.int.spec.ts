import { type FollowsViewers, type FromViewer, type Viewer } from '@foundry/messaging';
import { command } from '@foundry/messaging/contracts';
import { FakeSender } from '@foundry/messaging/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { MemoryWorld } from '../testing/memory-world.js';
import { MemoryInstance } from '../testing/test-instance.js';
import { TestSocket } from '../testing/test-socket.js';

class Saw extends command({
  name: 'things.saw',
  entity: 'id',
  payload: z.object({ id: z.string() }),
  audit: { none: 'private' },
}) {}

/** Has something for each viewer as often as it is asked. */
class Always implements FollowsViewers {
  readonly asked: (readonly Viewer[])[] = [];
  follow(viewers: readonly Viewer[]): Promise<readonly FromViewer[]> {
    this.asked.push(viewers);
    return Promise.resolve(viewers.map(({ actor, id }) => ({ actor, command: new Saw({ id }) })));
  }
}

describe('looking at something', () => {
  let api: MemoryInstance;
  let follower: Always;
  let sender: FakeSender;

  beforeEach(async () => {
    sender = new FakeSender();
    follower = new Always();
    api = await MemoryInstance.start(new MemoryWorld(), { presenceMs: 600, viewedEveryMs: 200 }, sender);
    api.followers.add('task', follower);
    api.tasks.allow('1', '1', '2');
  });
  afterEach(() => api.stop());

  const looks = (socket: TestSocket, topic = 'task:1', state = 'viewing') => {
    socket.send({ op: 'presence', topic, state });
    return socket.roundTrip();
  };
  const opened = async (userId: string) => {
    const socket = await TestSocket.open(api.url, userId);
    await socket.subscribe('task:1');
    return socket;
  };
  const sent = () =>
    sender.sent.map(({ command: one, context: { actor } }) => [actor.kind === 'user' ? actor.userId : '', one.payload]);

  it('is followed at once in the name of who looks, and again and again until they are not heard of any more', async () => {
    const ana = await opened('1');
    expect(sent()).toEqual([]);
    await looks(ana);
    await ana.until(() => sent().length > 0);
    expect(sent()[0]).toEqual(['1', { id: '1' }]);
    await ana.until(() => follower.asked.length >= 3);
    // no sign for longer than it counts
    await ana.until(() => api.viewers === 0);
    const before = follower.asked.length;
    await looks(ana, 'task:1', 'typing');
    await ana.until(() => follower.asked.length > before);
  });

  it('counts once for a person with two tabs, and for each person', async () => {
    const tabs = [await opened('1'), await opened('1'), await opened('2')];
    for (const tab of tabs) await looks(tab);
    await tabs[0]?.until(() => follower.asked.some((viewers) => viewers.length === 2));
    expect(follower.asked.every((viewers) => viewers.length <= 2)).toBe(true);
    expect(follower.asked.flat().every(({ id }) => id === '1')).toBe(true);
  });

  it('is over with the tab, when it says so, and without the topic', async () => {
    const ana = await opened('1');
    await looks(ana, 'task:2');
    await looks(ana, 'nonsense');
    expect(api.viewers).toBe(0);
    await looks(ana);
    expect(api.viewers).toBe(1);
    await looks(ana, 'task:1', 'away');
    expect(api.viewers).toBe(0);
    await looks(ana);
    ana.raw.close();
    const ben = await opened('2');
    await ben.until(() => api.viewers === 0);
    await looks(ben);
    ben.send({ op: 'unsubscribe', id: 9, topic: 'task:1' });
    await ben.roundTrip();
    const before = follower.asked.length;
    await ben.until(() => api.viewers === 0);
    expect(follower.asked.length).toBe(before);
  });

  it('is followed again after what followed could not be sent', async () => {
    sender.failure = new Error('The database is away.');
    const ana = await opened('1');
    await looks(ana);
    await ana.until(() => api.log.lines.some(({ message }) => message === 'viewers not followed'));
    sender.failure = null;
    await looks(ana);
    await ana.until(() => sent().length > 0);
  });
});
