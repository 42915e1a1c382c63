import { eventually } from '@foundry/messaging/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryWorld } from '../testing/memory-world.js';
import { MemoryInstance } from '../testing/test-instance.js';
import { TestSocket } from '../testing/test-socket.js';

let api: MemoryInstance;
let world: MemoryWorld;
let socket: TestSocket;

beforeEach(async () => {
  world = new MemoryWorld();
  api = await MemoryInstance.start(world, { closeWaitMs: 300 });
  api.tasks.allow('1', '1');
  socket = await TestSocket.open(api.url);
});
afterEach(() => api.stop());

describe('frames that are not understood', () => {
  it.each([
    'not json',
    '[]',
    '"text"',
    '{"op":"fly"}',
    '{"op":"ping","n":1,"extra":true}',
    '{"op":"ping","n":1.5}',
    '{"op":"subscribe","id":1,"topic":"task:1","since":-1}',
    '{"op":"subscribe","id":1,"topic":"task:1","since":"5"}',
    '{"op":"subscribe","id":1,"topic":"task:1","since":1e20}',
    '{"op":"subscribe","id":0,"topic":"task:1"}',
    '{"op":"subscribe","id":2147483649,"topic":"task:1"}',
    '{"op":"presence","topic":"task:1","state":"asleep"}',
  ])('close the socket with 4000 and a short reason: %s', async (text) => {
    socket.raw.send(text);
    expect(await socket.closeCode()).toBe(4000);
    expect(socket.closed?.reason).toMatch(/^[ -~]{1,100}$/);
  });

  it('close the socket with 4000 when they are binary', async () => {
    socket.raw.send(Buffer.from('{"op":"ping","n":1}'), { binary: true });
    expect(await socket.closeCode()).toBe(4000);
  });

  it.each([17 * 1024, 2 * 1024 * 1024])('close the socket with 4013 at %i bytes', async (bytes) => {
    socket.raw.send(JSON.stringify({ op: 'subscribe', id: 1, topic: 'x'.repeat(bytes) }));
    expect(await socket.closeCode()).toBe(4013);
  });
});

describe('subscribing', () => {
  it.each(['task:', 'task:1;drop', `task:${'a'.repeat(116)}`, 'unknown:1', 'task', ''])(
    'refuses %j as no topic',
    async (topic) => {
      expect(await socket.subscribe(topic)).toMatchObject({ op: 'refused', code: 'topic.invalid' });
    },
  );

  it('answers a second subscribe with the same id, and the topic goes on', async () => {
    for (const _ of [1, 2]) socket.send({ op: 'subscribe', id: 7, topic: 'task:1' });
    await socket.until(() => socket.all('snapshot').length === 2);
    expect(socket.all('snapshot').map(({ id }) => id)).toEqual([7, 7]);
    world.change('task:1', 'a', 'new');
    await socket.next('delta');
    await socket.roundTrip();
    expect(socket.all('delta')).toHaveLength(1);
  });

  it('answers an unsubscribe of what was never subscribed', async () => {
    socket.send({ op: 'unsubscribe', id: 3, topic: 'task:nobody' });
    expect(await socket.next('unsubscribed')).toEqual({ op: 'unsubscribed', id: 3, topic: 'task:nobody' });
  });

  it('sends nothing of a topic after it was left, not even an answer that was under way', async () => {
    socket.send({ op: 'subscribe', id: 1, topic: 'task:1' });
    socket.send({ op: 'unsubscribe', id: 2, topic: 'task:1' });
    await socket.next('unsubscribed');
    world.change('task:1', 'a', 'new');
    await socket.roundTrip();
    expect(socket.frames.map(({ op }) => op)).toEqual(['hello', 'unsubscribed', 'pong']);
  });

  it('holds at most 50 topics; leaving one makes room', async () => {
    const ids = Array.from({ length: 51 }, (_, index) => `t${String(index)}`);
    for (const id of ids) api.tasks.allow(id, '1');
    for (const [index, id] of ids.entries()) socket.send({ op: 'subscribe', id: index + 1, topic: `task:${id}` });
    expect(await socket.next('refused')).toMatchObject({ topic: 'task:t50', code: 'topic.limit' });
    await socket.until(() => socket.all('snapshot').length === 50);
    socket.send({ op: 'unsubscribe', id: 99, topic: 'task:t0' });
    await socket.next('unsubscribed');
    expect(await socket.subscribe('task:t50')).toMatchObject({ op: 'snapshot' });
  });

  it('is cut off with 4029 when it becomes a flood', async () => {
    for (let id = 1; id <= 10_000; id += 1) socket.send({ op: 'subscribe', id, topic: `task:x${String(id)}` });
    expect(await socket.closeCode()).toBe(4029);
  });

  it('is cut off for a flood of pings of the protocol itself', async () => {
    for (let count = 0; count < 200; count += 1) socket.raw.ping();
    // Ours says 4029; the library ends it without a word when too many of its answers wait, whichever comes first.
    expect([4029, 1006]).toContain(await socket.closeCode());
    // the browser's end may know before ours
    await eventually(async () => expect(await api.metric('sockets_open')).toBe(0));
  });

  it('answers unavailable while storage is away and serves again afterwards', async () => {
    world.beforeRead = () => Promise.reject(new Error('away'));
    expect(await socket.subscribe('task:1')).toMatchObject({ op: 'refused', code: 'unavailable' });
    world.beforeRead = () => Promise.resolve();
    expect(await socket.subscribe('task:1')).toMatchObject({ op: 'snapshot' });
  });

  it('leaves nothing behind when everybody is gone', async () => {
    await socket.subscribe('task:1');
    expect(world.streams[0]?.followed).toEqual(new Set(['task:1']));
    socket.raw.close();
    await socket.until(() => world.streams[0]?.followed.size === 0);
    expect(await api.metric('subscriptions', { topic: 'task' })).toBe(0);
    expect(await api.metric('sockets_open')).toBe(0);
    expect(api.log.lines.at(-1)).toMatchObject({
      message: 'socket',
      fields: { userId: '1', subscribes: 1, framesIn: 1 },
    });
  });
});
