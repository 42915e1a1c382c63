import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessChanged } from '@foundry/github-data/contracts';
import { MemoryWorld } from '../testing/memory-world.js';
import { MemoryInstance } from '../testing/test-instance.js';
import { TestSocket } from '../testing/test-socket.js';

const TOPIC = 'organization:9';

let api: MemoryInstance;
let world: MemoryWorld;
let ana: TestSocket;
let ben: TestSocket;

beforeEach(async () => {
  world = new MemoryWorld();
  api = await MemoryInstance.start(world);
  api.organizations.allow('9', '1', '2');
  api.tasks.allow('a', '1', '2');
  world.commit(TOPIC, 'private', 'secret name');
  world.commit(TOPIC, 'open', 'name');
  ana = await TestSocket.open(api.url, '1');
  ben = await TestSocket.open(api.url, '2');
});
afterEach(() => api.stop());

const hide = () => api.organizations.hiddenFrom.set('private', '2');
const show = () => api.organizations.hiddenFrom.clear();
const accessOf = (userId: string) =>
  new AccessChanged({ organizationId: '9', version: 1, userId, all: true, lowered: [], raised: [] });
/** As github-data tells it, with the frame that marks the place in the topic. */
const accessChanged = (userId: string) => {
  const frame = world.commit(TOPIC, userId, '', 'access');
  world.event('github-data.accessChanged', '9', accessOf(userId).payload, [frame]);
};
const seen = (socket: TestSocket) => JSON.stringify(socket.all('snapshot').at(-1));

describe('what a viewer sees of a topic', () => {
  it('is less as soon as their access is lowered: they start again with the rest, and hear no more of it', async () => {
    for (const reader of [ana, ben]) await reader.subscribe(TOPIC);
    expect(seen(ben)).toContain('secret name');
    hide();
    accessChanged('2');
    world.change(TOPIC, 'private', 'later secret');
    await ben.until(() => ben.all('snapshot').length === 2);
    await ben.roundTrip();
    expect(seen(ben)).not.toContain('secret');
    expect(JSON.stringify(ben.frames)).not.toContain('later secret');
    await ana.next('delta', ({ data }) => JSON.stringify(data).includes('later secret'));
    expect(ana.all('snapshot')).toHaveLength(1);
  });

  it('is more as soon as their access is raised', async () => {
    hide();
    await ben.subscribe(TOPIC);
    expect(seen(ben)).not.toContain('secret name');
    show();
    accessChanged('2');
    await ben.until(() => ben.all('snapshot').length === 2);
    expect(seen(ben)).toContain('secret name');
  });

  it('stays as it is, without a snapshot, when the change of access changes nothing here', async () => {
    await ben.subscribe(TOPIC);
    accessChanged('2');
    await ben.roundTrip();
    world.change(TOPIC, 'open', 'after');
    await ben.next('delta', ({ data }) => JSON.stringify(data).includes('after'));
    expect(ben.all('snapshot')).toHaveLength(1);
  });

  it('follows within five seconds when a repository becomes private', async () => {
    await ben.subscribe(TOPIC);
    hide();
    world.event('github-data.repositoriesChanged', '9', {});
    await ben.until(() => ben.all('snapshot').length === 2, 5_000);
    expect(seen(ben)).not.toContain('secret');
  });

  it('is not carried over a time of absence in which it changed', async () => {
    await ben.subscribe(TOPIC);
    await ana.subscribe(TOPIC);
    const held = 2;
    hide();
    accessChanged('2');
    const back = await TestSocket.open(api.url, '2');
    expect(await back.subscribe(TOPIC, held)).toMatchObject({ op: 'snapshot' });
    expect(JSON.stringify(back.frames)).not.toContain('secret');
    const other = await TestSocket.open(api.url, '1');
    expect(await other.subscribe(TOPIC, held)).toMatchObject({ op: 'resumed' });
  });
});
