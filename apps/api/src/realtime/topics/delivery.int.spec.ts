import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delta } from '@foundry/messaging/contracts';
import { RealtimeClient } from '@foundry/messaging/realtime-client';
import { MemoryWorld } from '../testing/memory-world.js';
import { ThingsModel } from '../testing/things-model.js';
import { MemoryInstance } from '../testing/test-instance.js';
import { openRaw, TestSocket, timers } from '../testing/test-socket.js';

const topic = 'task:1';
let api: MemoryInstance;
let world: MemoryWorld;
let socket: TestSocket;

beforeEach(async () => {
  world = new MemoryWorld();
  api = await MemoryInstance.start(world);
  api.tasks.allow('1', '1', '2');
  socket = await TestSocket.open(api.url);
});
afterEach(() => api.stop());

const changes = (count: number): Delta[] =>
  Array.from({ length: count }, (_, index) => world.commit(topic, `t${String(index % 7)}`, `text ${String(index)}`));
const versions = (): number[] => socket.all('delta').map(({ version }) => version);

describe('what a subscriber gets', () => {
  it('is one resumed with what it missed, when it is ten behind', async () => {
    changes(30);
    const answer = await socket.subscribe(topic, 20);
    expect(answer).toMatchObject({ op: 'resumed', from: 20, version: 30 });
    expect(answer).toHaveProperty('changes.length', 10);
    expect(socket.all('snapshot')).toEqual([]);
  });

  it('is an empty resumed, when nothing happened', async () => {
    changes(3);
    expect(await socket.subscribe(topic, 3)).toMatchObject({ op: 'resumed', from: 3, version: 3, changes: [] });
  });

  it('is one snapshot, when it is too far behind or the deltas are pruned', async () => {
    changes(5_000);
    expect(await socket.subscribe(topic, 0)).toMatchObject({ op: 'snapshot', version: 5_000 });
    world.prune(topic);
    expect(await socket.subscribe(topic, 4_999)).toMatchObject({ op: 'snapshot', version: 5_000 });
  });

  it('is a snapshot with the lower version, when an older backup was restored', async () => {
    changes(20);
    await socket.subscribe(topic);
    world.restore(topic, 5, [{ id: 't0', version: 1, text: 'old' }]);
    const other = await TestSocket.open(api.url, '2');
    expect(await other.subscribe(topic, 20)).toMatchObject({ op: 'snapshot', version: 5 });
    // and the one who was here all the time hears of it too
    expect(await socket.next('snapshot', ({ version }) => version === 5)).not.toHaveProperty('id');
    world.change(topic, 't0', 'new');
    expect(await socket.next('delta')).toMatchObject({ version: 6 });
  });

  it('comes in order when the wire swaps two deltas', async () => {
    await socket.subscribe(topic);
    const deltas = changes(8);
    const [seventh, eighth] = deltas.splice(6, 2);
    if (!seventh || !eighth) throw new Error('no deltas');
    world.publish(...deltas, eighth, seventh);
    await socket.next('delta', ({ version }) => version === 8);
    expect(versions()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('comes once when the wire delivers it three times', async () => {
    await socket.subscribe(topic);
    const [delta] = changes(1);
    if (!delta) throw new Error('no delta');
    for (const _ of [1, 2, 3]) world.publish(delta);
    await socket.next('delta');
    await socket.roundTrip();
    expect(versions()).toEqual([1]);
  });

  it('is repaired within a second when a delta is lost, and nobody subscribes anew', async () => {
    await socket.subscribe(topic);
    const deltas = changes(300);
    const lossy = deltas.filter(({ version }) => version % 100 !== 50);
    world.publish(...lossy);
    const repaired = await socket.next('resumed', () => true, 1_000);
    expect(repaired).toMatchObject({ from: 49 });
    expect(repaired).not.toHaveProperty('id');
    await socket.until(() => Math.max(...versions(), socket.all('resumed').at(-1)?.version ?? 0) === 300);
    expect(await api.metric('gaps_repaired_total', { source: 'kept' })).toBeGreaterThan(0);
  });

  it('is a snapshot when the lost delta is not kept', async () => {
    await socket.subscribe(topic);
    const [, second] = changes(2);
    world.prune(topic);
    if (!second) throw new Error('no delta');
    world.publish(second);
    const snapshot = await socket.next('snapshot', ({ version }) => version === 2, 1_000);
    expect(snapshot).not.toHaveProperty('id');
    world.change(topic, 't0', 'later');
    expect(await socket.next('delta')).toMatchObject({ version: 3 });
  });

  it('arrives though the last delta of a stream was lost', async () => {
    await socket.subscribe(topic);
    const [first] = changes(2);
    if (!first) throw new Error('no delta');
    world.streamDelta(first);
    expect(await socket.next('resumed', () => true, 3_000)).toMatchObject({ from: 1, version: 2 });
  });

  it('arrives after the wire was away', async () => {
    await socket.subscribe(topic);
    changes(4);
    world.gap();
    expect(await socket.next('resumed')).toMatchObject({ from: 0, version: 4 });
  });

  it('has neither a hole nor a repetition, however a subscribe falls between changes', async () => {
    world.beforeRead = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
    await socket.subscribe(topic);
    const steady = setInterval(() => {
      world.change(topic, 'a', 'x');
    }, 1);
    for (let round = 0; round < 40; round += 1) {
      const runner = await TestSocket.open(api.url, '2');
      const answer = await runner.subscribe(topic);
      if (!('version' in answer)) throw new Error('refused');
      await runner.until(() => runner.all('delta').length >= 5);
      const got = runner.all('delta').map(({ version }) => version);
      expect(got).toEqual(got.map((_, index) => answer.version + index + 1));
      runner.raw.close();
    }
    clearInterval(steady);
  });

  it('is written as JSON once for all who see the same', async () => {
    let written = 0;
    const data = {
      toJSON: () => {
        written += 1;
        return { id: 'a' };
      },
    };
    const others = await Promise.all(['1', '2', '2'].map((userId) => TestSocket.open(api.url, userId)));
    for (const reader of [socket, ...others]) await reader.subscribe(topic);
    world.publish({ ...world.commit(topic, 'a', 'x'), data });
    for (const reader of [socket, ...others]) await reader.next('delta');
    expect(written).toBe(1);
  });
});

describe('a client that follows the rules', () => {
  it('holds exactly what a snapshot holds, over a wire that loses, swaps and repeats, and over lost sockets', async () => {
    const model = new ThingsModel();
    const raws: ReturnType<typeof openRaw>[] = [];
    const connect = (): ReturnType<typeof openRaw> => {
      const raw = openRaw(api.url, '1');
      raws.push(raw);
      return raw;
    };
    const client = new RealtimeClient({ connect, clock: timers });
    client.subscribe(topic, model);
    client.connect();
    for (let round = 0; round < 300; round += 1) {
      const [first, second] = changes(2);
      if (!first || !second) throw new Error('no deltas');
      const luck = Math.random();
      if (luck < 0.1) world.publish(second, first);
      else if (luck < 0.2) world.publish(second);
      else if (luck < 0.3) world.publish(first, first, second);
      else world.publish(first, second);
      if (round % 60 === 59) raws.at(-1)?.terminate();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    world.publish(...changes(1));
    await socket.until(() => client.version(topic) === 601, 10_000);
    expect(model.state()).toEqual(world.things(topic).toSorted((a, b) => a.id.localeCompare(b.id)));
    client.disconnect();
  });

  it('counts a change of a type that it does not know, without an error', async () => {
    const errors: unknown[] = [];
    const connect = (): ReturnType<typeof openRaw> => openRaw(api.url, '1');
    const client = new RealtimeClient({ connect, clock: timers, onError: (error) => errors.push(error) });
    client.subscribe(topic, new ThingsModel());
    client.connect();
    await socket.until(() => client.version(topic) === 0);
    world.publish(world.commit(topic, 'a', 'from the future', 'hologram'));
    await socket.until(() => client.version(topic) === 1);
    expect(errors).toEqual([]);
    client.disconnect();
  });
});
