import { describe, expect, it } from '@jest/globals';
import { ServerFrame } from '@foundry/messaging/contracts';
import { Registry } from 'prom-client';
import { REALTIME_SETTINGS } from '../limits.js';
import { RealtimeMetrics } from '../realtime-metrics.js';
import { MemoryWorld } from '../testing/memory-world.js';
import { LogLines } from '../testing/test-instance.js';
import { ThingsTopic } from '../testing/things-topic.js';
import { Change } from './change.js';
import type { Outlet } from './outlet.js';
import { StoredFeed } from './stored-feed.js';
import { Subscription } from './subscription.js';
import { TopicRooms } from './topic-rooms.js';

class MemoryOutlet implements Outlet {
  isSlow = false;
  readonly frames: ServerFrame[] = [];
  readonly errors: unknown[] = [];
  send(frame: Buffer | string): void {
    this.frames.push(ServerFrame.parse(JSON.parse(frame.toString())));
  }
  whenRoom(send: () => void): Promise<boolean> {
    send();
    return Promise.resolve(true);
  }
  fail(error: unknown): void {
    this.errors.push(error);
  }
  get told(): string[] {
    return this.frames.map((frame) => ('version' in frame ? `${frame.op} ${String(frame.version)}` : frame.op));
  }
}

const topic = 'task:t1';

function subscribed() {
  const world = new MemoryWorld();
  const source = new ThingsTopic('task', world);
  const metrics = new RealtimeMetrics(new Registry());
  const feed = new StoredFeed(world.stream(), world);
  const rooms = new TopicRooms(feed, new Map(), { settings: REALTIME_SETTINGS, metrics, log: new LogLines() });
  const outlet = new MemoryOutlet();
  const room = rooms.room(topic);
  const subscriber = {
    actor: { kind: 'user' as const, userId: '1', via: 'session' as const },
    scopes: 'all' as const,
    organizationId: null,
  };
  const subscription = new Subscription({ kind: 'task', entityId: 't1', source, subscriber, room, outlet, metrics });
  room.add(subscription);
  const change = (text: string): void => {
    room.take(new Change(world.commit(topic, 'a', text)), false);
  };
  return { world, source, outlet, subscription, change, rooms };
}

/** Storage answers only when told. */
function hold(world: MemoryWorld): () => void {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  world.beforeRead = () => released;
  return release;
}

describe('a subscription', () => {
  it('holds changes back until it was answered, and sends only those above the answer', async () => {
    const { world, outlet, subscription, change } = subscribed();
    const release = hold(world);
    const answered = subscription.answer(1, undefined);
    change('one');
    change('two');
    expect(outlet.told).toEqual([]);
    release();
    await answered;
    change('three');
    expect(outlet.told).toEqual(['snapshot 2', 'delta 3']);
  });

  it('sends nothing while its right is in doubt, and then everything', async () => {
    const { outlet, subscription, change } = subscribed();
    await subscription.answer(1, undefined);
    subscription.doubt();
    change('one');
    change('two');
    expect(outlet.told).toEqual(['snapshot 0']);
    subscription.trust();
    expect(outlet.told).toEqual(['snapshot 0', 'delta 1', 'delta 2']);
  });

  it('sends nothing that was held when the right is gone', async () => {
    const { outlet, subscription, change, rooms } = subscribed();
    await subscription.answer(1, undefined);
    subscription.doubt();
    change('one');
    subscription.revoke('forbidden');
    subscription.trust();
    change('two');
    expect(outlet.told).toEqual(['snapshot 0', 'revoked']);
    expect(rooms.size).toBe(0);
  });

  it('does not answer while its right is in doubt', async () => {
    const { world, outlet, subscription } = subscribed();
    const release = hold(world);
    const answered = subscription.answer(1, undefined);
    subscription.doubt();
    release();
    subscription.revoke('forbidden');
    await answered;
    expect(outlet.told).toEqual(['revoked']);
  });

  it('is only marked behind while the socket is slow, then gets one resumed with the newest states', async () => {
    const { outlet, subscription, change } = subscribed();
    await subscription.answer(1, undefined);
    outlet.isSlow = true;
    for (const text of ['one', 'two', 'three']) change(text);
    expect(subscription.isBehind).toBe(true);
    outlet.isSlow = false;
    await subscription.catchUp();
    change('four');
    expect(outlet.told).toEqual(['snapshot 0', 'resumed 3', 'delta 4']);
    const resumed = outlet.frames.find((frame) => frame.op === 'resumed');
    expect(resumed).toMatchObject({ from: 0, changes: [{ version: 3, data: { id: 'a', version: 3, text: 'three' } }] });
    expect(resumed).not.toHaveProperty('id');
  });

  it('shows that something changed, not what, to one who may not see it', async () => {
    const { outlet, subscription, change, source } = subscribed();
    source.hiddenFrom.set('a', '1');
    await subscription.answer(1, undefined);
    change('secret');
    expect(outlet.frames.at(-1)).toEqual({ op: 'delta', topic, version: 1, type: 'hidden', data: {} });
  });

  it('closes its own socket when the module throws, and shows nothing', async () => {
    const { outlet, subscription, change, source } = subscribed();
    await subscription.answer(1, undefined);
    source.view = () => {
      throw new Error('a bug');
    };
    change('secret');
    expect(outlet.errors).toHaveLength(1);
    expect(outlet.frames.at(-1)).toMatchObject({ type: 'hidden' });
  });
});
