import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RealtimeClient } from '@foundry/messaging/realtime-client';
import { MemoryWorld } from '../testing/memory-world.js';
import { MemoryInstance } from '../testing/test-instance.js';
import { openRaw, TestSocket, timers } from '../testing/test-socket.js';
import { ThingsModel } from '../testing/things-model.js';

const topic = 'task:1';
let api: MemoryInstance;
let world: MemoryWorld;

beforeEach(async () => {
  world = new MemoryWorld();
  api = await MemoryInstance.start(world, { tooSlowMs: 800, closeWaitMs: 20_000 });
  api.tasks.allow('1', '1', '2');
});
afterEach(() => api.stop());

/** More bytes than the buffers of the operating system on both sides take. */
async function flood(megabytes: number, reader: TestSocket): Promise<void> {
  for (let sent = 0; sent < megabytes * 16; sent += 1) {
    world.change(topic, `t${String(sent % 3)}`, `${String(sent)} ${'x'.repeat(64 * 1024)}`);
    await reader.until(() => reader.all('delta').length > sent);
  }
}

const slowReader = async (): Promise<TestSocket> => {
  const slow = await TestSocket.open(api.url, '2', { compress: false });
  await slow.subscribe(topic);
  slow.raw.pause();
  return slow;
};

describe('a reader that does not read', () => {
  it('is marked behind, costs others nothing, and gets the newest states once it reads again', async () => {
    const good = await TestSocket.open(api.url, '1');
    await good.subscribe(topic);
    const slow = await slowReader();
    await flood(12, good);
    expect(await api.metric('slow_sockets')).toBe(1);
    expect(good.all('delta')).toHaveLength(192);
    slow.raw.resume();
    await slow.until(() => slow.all('resumed').at(-1)?.version === 192);
    const changes = slow.all('resumed').at(-1)?.changes ?? [];
    expect(changes.map(({ version }) => version)).toEqual([190, 191, 192]);
    world.change(topic, 't0', 'after');
    expect(await slow.next('delta', ({ version }) => version === 193)).toMatchObject({ data: { text: 'after' } });
    expect(slow.all('delta').length).toBeLessThan(192);
  });

  it('is closed with 4008 when it stays slow, and is equal after it came back', async () => {
    const good = await TestSocket.open(api.url, '1');
    await good.subscribe(topic);
    const slow = await slowReader();
    await flood(12, good);
    await good.until(() => api.closingSockets === 1, 5_000);
    slow.raw.resume();
    expect(await slow.closeCode()).toBe(4008);
    const model = new ThingsModel();
    const client = new RealtimeClient({ connect: () => openRaw(api.url, '2'), clock: timers });
    client.subscribe(topic, model);
    client.connect();
    await good.until(() => client.version(topic) === 192);
    expect(model.state()).toEqual(world.things(topic).toSorted((a, b) => a.id.localeCompare(b.id)));
    client.disconnect();
  });

  it('is closed at once when large answers pile up, and memory stays small', async () => {
    const good = await TestSocket.open(api.url, '1');
    for (let id = 0; id < 14; id += 1) world.commit(topic, `t${String(id)}`, 'x'.repeat(64 * 1024));
    const slow = await slowReader();
    const before = process.memoryUsage().arrayBuffers;
    for (let id = 100; id < 140; id += 1) slow.send({ op: 'subscribe', id, topic });
    await good.until(() => api.closingSockets === 1, 5_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
    slow.raw.resume();
    expect(await slow.closeCode()).toBe(4008);
  });
});
