import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RealtimeClient } from '@foundry/messaging/realtime-client';
import { CounterModel } from './counter-model.js';
import { CountersInstallation, Add } from './counters-installation.js';
import { openRaw, TestSocket, timers } from '../../apps/api/src/realtime/testing/test-socket.js';

let installation: CountersInstallation;
const [here, there] = [0, 1];

beforeAll(async () => {
  installation = await CountersInstallation.start(2);
});
afterAll(() => installation.stop());

const urlOf = (index: number): string => {
  const url = installation.instances[index]?.url;
  if (url === undefined) throw new Error('no such instance');
  return url;
};

describe('realtime on the kernel, with two API instances', () => {
  it('shows a command that was sent through one on both, with the same version', async () => {
    const [first, second] = [await TestSocket.open(urlOf(here), '1'), await TestSocket.open(urlOf(there), '2')];
    for (const socket of [first, second]) {
      expect(await socket.subscribe('counter:both')).toMatchObject({ op: 'snapshot', version: 0, data: null });
    }
    await installation.add('both', 5);
    const delta = await first.next('delta');
    expect(delta).toMatchObject({ version: 1, type: 'counter', data: { id: 'both', total: 5 } });
    expect(await second.next('delta')).toEqual(delta);
    expect(await second.subscribe('counter:both', 0)).toMatchObject({ op: 'resumed', from: 0, version: 1 });
  });

  it('misses nothing when the subscribe falls between commands', async () => {
    const model = new CounterModel();
    const client = new RealtimeClient({ connect: () => openRaw(urlOf(there), '1'), clock: timers });
    const adding = Promise.all(Array.from({ length: 100 }, () => installation.add('busy', 1)));
    client.subscribe('counter:busy', model);
    client.connect();
    const onlooker = await TestSocket.open(urlOf(here), '2');
    await onlooker.subscribe('counter:busy');
    await adding;
    await onlooker.until(() => client.version('counter:busy') === 100, 10_000);
    expect(model.total).toBe(100);
    client.disconnect();
  });

  it('tells a rejection to the sender only', async () => {
    const [ana, ben] = [await TestSocket.open(urlOf(here), '1'), await TestSocket.open(urlOf(here), '2')];
    const commandId = await installation.send(new Add({ counterId: 'poor', n: -1 }), '1');
    expect(await ana.next('outcome', (frame) => frame.commandId === commandId)).toMatchObject({
      outcome: 'rejected',
      code: 'counter.negative',
    });
    await ben.roundTrip();
    expect(ben.all('outcome')).toEqual([]);
  });

  it('shows on each who looks at a task on the other, also to who comes later, and no more when they leave', async () => {
    const ana = await TestSocket.open(urlOf(here), '1');
    await ana.subscribe('task:shared');
    ana.send({ op: 'presence', topic: 'task:shared', state: 'viewing' });
    await ana.next('presence');
    const withAna = [{ userId: '1', login: 'user-1', avatarUrl: null, state: 'viewing' }];
    // Nobody over there heard when she came: their instance asks.
    const [ben, later] = [await TestSocket.open(urlOf(there), '2'), await TestSocket.open(urlOf(there), '3')];
    for (const socket of [ben, later]) await socket.subscribe('task:shared');
    for (const socket of [ana, ben, later]) {
      await socket.next('presence', ({ people }) => people.length === 1);
      expect(socket.all('presence').at(-1)).toMatchObject({ topic: 'task:shared', people: withAna, more: 0 });
    }
    ben.send({ op: 'presence', topic: 'task:shared', state: 'typing' });
    await ana.next('presence', ({ people }) =>
      people.some(({ userId, state }) => userId === '2' && state === 'typing'),
    );
    ana.raw.close();
    await ben.next('presence', ({ people }) => people.length === 1 && people[0]?.userId === '2');
    ben.raw.close();
    await later.until(() => later.all('presence').at(-1)?.people.length === 0);
  });

  it('passes on a streamed delta, and finds the last one that was lost', async () => {
    const socket = await TestSocket.open(urlOf(here), '1');
    await socket.subscribe('counter:stream');
    await installation.stream('counter:stream', 1, { isLost: false });
    expect(await socket.next('delta')).toMatchObject({ version: 1, type: 'counter' });
    await installation.stream('counter:stream', 2, { isLost: true });
    expect(await socket.next('resumed', () => true, 5_000)).toMatchObject({ from: 1, version: 2 });
  });
});
