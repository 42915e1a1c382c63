import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryWorld } from '../testing/memory-world.js';
import { MemoryInstance } from '../testing/test-instance.js';
import type { TestSocket } from '../testing/test-socket.js';
import { TestSocket as Socket } from '../testing/test-socket.js';

describe('people on one task', () => {
  let world: MemoryWorld;
  let api: MemoryInstance;

  beforeEach(async () => {
    world = new MemoryWorld();
    api = await MemoryInstance.start(world, { presenceMs: 700, presenceChangesMs: 50, rightsEveryMs: 100 });
    api.tasks.allow('1', '1', '2', '3');
    api.organizations.allow('1', '1', '2');
  });
  afterEach(() => api.stop());

  const opened = async (userId: string, topic = 'task:1') => {
    const socket = await Socket.open(api.url, userId);
    await socket.subscribe(topic);
    return socket;
  };
  const says = (socket: TestSocket, state: string, topic = 'task:1') => {
    socket.send({ op: 'presence', topic, state });
    return socket.roundTrip();
  };
  const seenBy = (socket: TestSocket) =>
    (socket.all('presence').at(-1)?.people ?? []).map(({ login, state }) => `${login} ${state}`);

  it('see each other come, type and go', async () => {
    const [ana, ben] = [await opened('1'), await opened('2')];
    await says(ana, 'viewing');
    await ben.until(() => seenBy(ben).includes('user-1 viewing'));
    await says(ana, 'typing');
    await ben.until(() => seenBy(ben).includes('user-1 typing'));
    await says(ana, 'viewing');
    await ben.until(() => seenBy(ben).includes('user-1 viewing'));
    ana.raw.close();
    await ben.until(() => seenBy(ben).length === 0);
  });

  it('are forgotten when nothing more is heard of them', async () => {
    const [ana, ben] = [await opened('1'), await opened('2')];
    await says(ana, 'viewing');
    await ben.until(() => seenBy(ben).length === 1);
    await ben.until(() => seenBy(ben).length === 0);
    expect(ana.closed).toBeNull();
  });

  it('are told to who subscribes later, and an empty list is not', async () => {
    const ana = await opened('1');
    const early = await opened('3');
    await says(ana, 'viewing');
    await early.until(() => seenBy(early).length === 1);
    const ben = await opened('2');
    await says(ana, 'viewing');
    await ben.until(() => seenBy(ben).length === 1);
    expect(early.all('presence')[0]?.people).toHaveLength(1);
  });

  it('are not shown as typing where they may only look', async () => {
    api.tasks.onlookers.add('1');
    const [ana, ben] = [await opened('1'), await opened('2')];
    await says(ana, 'typing');
    await ben.until(() => seenBy(ben).length === 1);
    await says(ben, 'typing');
    await ben.until(() => seenBy(ben).includes('user-2 typing'));
    expect(ben.all('presence').flatMap(({ people }) => people)).not.toContainEqual(
      expect.objectContaining({ userId: '1', state: 'typing' }),
    );
  });

  it('leave the list, and hear no more of it, with their right to read', async () => {
    const [ana, ben] = [await opened('1'), await opened('2')];
    await says(ana, 'viewing');
    await says(ben, 'viewing');
    await ana.until(() => seenBy(ana).length === 2);
    api.tasks.allow('1', '1');
    await ben.next('revoked');
    const heard = ben.all('presence').length;
    await ana.until(() => seenBy(ana).join() === 'user-1 viewing' || seenBy(ana).length === 0);
    await says(ana, 'typing');
    await ana.until(() => seenBy(ana).includes('user-1 typing'));
    expect(ben.all('presence')).toHaveLength(heard);
  });

  it('are shown on tasks and sessions only', async () => {
    const [ana, ben] = [await opened('1', 'organization:1'), await opened('2', 'organization:1')];
    await ben.subscribe('task:1');
    await ana.subscribe('task:1');
    await says(ana, 'viewing', 'organization:1');
    await says(ana, 'viewing');
    await ben.until(() => seenBy(ben).length === 1);
    expect(ben.all('presence').every(({ topic }) => topic === 'task:1')).toBe(true);
  });
});
