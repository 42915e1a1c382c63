import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { memberRemoved } from '../testing/member-removed.js';
import { MemoryWorld } from '../testing/memory-world.js';
import { PUBLIC_URL, MemoryInstance } from '../testing/test-instance.js';
import { TestSocket } from '../testing/test-socket.js';

let api: MemoryInstance;
let world: MemoryWorld;

beforeEach(async () => {
  world = new MemoryWorld();
  api = await MemoryInstance.start(world, { rightsEveryMs: 1_500, credentialsEveryMs: 1_000 });
  api.organizations.allow('9', '1', '2');
  api.tasks.allow('a', '1', '2');
  api.tasks.allow('b', '1', '2');
});
afterEach(() => api.stop());

const topics = ['organization:9', 'task:a', 'task:b'];

function remove(userId: string): void {
  api.organizations.allow('9', '1');
  api.tasks.allow('a', '1');
  api.tasks.allow('b', '1');
  world.event('organization.memberRemoved', '9', memberRemoved('9', userId).payload, [
    world.commit('organization:9', 'member', 'gone', 'memberRemoved'),
  ]);
}

describe('rights', () => {
  it('end with the membership: every topic is revoked, and nothing committed after it is sent', async () => {
    const ana = await TestSocket.open(api.url, '1');
    const ben = await TestSocket.open(api.url, '2');
    for (const topic of topics) await Promise.all([ana.subscribe(topic), ben.subscribe(topic)]);
    remove('2');
    for (const topic of topics) world.change(topic, 'secret', 'after');
    await ben.until(() => ben.all('revoked').length === 3);
    for (const topic of topics) world.change(topic, 'secret', 'later');
    await ana.until(() => ana.all('delta').length === 7);
    await ben.roundTrip();
    expect(ben.all('delta')).toEqual([]);
    expect(
      ben
        .all('revoked')
        .map(({ topic, code }) => `${topic} ${code}`)
        .toSorted(),
    ).toEqual(topics.map((topic) => `${topic} forbidden`));
    expect(await api.metric('revocations_total')).toBe(3);
    for (const topic of topics) expect(await ben.subscribe(topic, 0)).toMatchObject({ code: 'not_found' });
  });

  it('do not reach a subscribe that is under way when they end', async () => {
    const ben = await TestSocket.open(api.url, '2');
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    world.beforeRead = () => released;
    ben.send({ op: 'subscribe', id: 1, topic: 'task:a' });
    await ben.roundTrip();
    remove('2');
    release();
    await ben.next('revoked');
    await ben.roundTrip();
    expect(ben.all('snapshot')).toEqual([]);
  });

  it('are checked again from time to time, whatever event was missed', async () => {
    const ben = await TestSocket.open(api.url, '2');
    await ben.subscribe('task:a');
    api.tasks.allow('a', '1');
    expect(await ben.next('revoked')).toEqual({ op: 'revoked', topic: 'task:a', code: 'forbidden' });
  });

  it('do not exist for an outsider, who hears the same as for an unknown id', async () => {
    const carl = await TestSocket.open(api.url, '3');
    for (const topic of [...topics, 'organization:404', 'task:unknown']) {
      expect(await carl.subscribe(topic)).toMatchObject({ op: 'refused', topic, code: 'not_found' });
      world.change(topic, 'x', 'y');
    }
    await carl.roundTrip();
    expect(carl.all('delta')).toEqual([]);
  });

  it('to a part only: what is hidden shows as a version without a name, without a gap', async () => {
    const ana = await TestSocket.open(api.url, '1');
    const ben = await TestSocket.open(api.url, '2');
    api.organizations.hiddenFrom.set('private', '2');
    for (const reader of [ana, ben]) await reader.subscribe('organization:9');
    world.change('organization:9', 'private', 'secret name');
    world.change('organization:9', 'open', 'name');
    await ben.next('delta', ({ version }) => version === 2);
    expect(ben.all('delta').map(({ version, type }) => [version, type])).toEqual([
      [1, 'hidden'],
      [2, 'thing'],
    ]);
    expect(JSON.stringify(ben.frames)).not.toContain('secret name');
    expect(await ana.next('delta')).toMatchObject({ type: 'thing', data: { text: 'secret name' } });
    expect(JSON.stringify(await ben.subscribe('organization:9', 0))).not.toContain('secret name');
  });

  it('end for everyone when a task is deleted', async () => {
    const ana = await TestSocket.open(api.url, '1');
    await ana.subscribe('task:a');
    world.event('task.deleted', 'a', {});
    expect(await ana.next('revoked')).toEqual({ op: 'revoked', topic: 'task:a', code: 'deleted' });
  });
});

describe('signing out', () => {
  const tab = async (): Promise<TestSocket> => {
    const socket = await TestSocket.try(api.url, { headers: { Cookie: 'session=1', Origin: PUBLIC_URL } });
    if (!(socket instanceof TestSocket)) throw new Error('refused');
    return socket;
  };

  it('closes every tab of the session within two seconds, and no other socket', async () => {
    const tabs = await Promise.all([tab(), tab(), tab()]);
    const script = await TestSocket.open(api.url, '1');
    api.authentication.ends.add('session-1');
    world.event('user.sessionEnded', '1', {});
    for (const socket of tabs) expect(await socket.closeCode(2_000)).toBe(4001);
    await script.roundTrip();
    expect(script.closed).toBeNull();
  });

  it('and revoking a token close sockets also when no event comes', async () => {
    const script = await TestSocket.open(api.url, '1');
    api.authentication.ends.add('token-1');
    expect(await script.closeCode(6_000)).toBe(4001);
  });
});
