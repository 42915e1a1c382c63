import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryWorld } from '../testing/memory-world.js';
import { PUBLIC_URL, MemoryInstance } from '../testing/test-instance.js';
import { type OpenOptions, TestSocket } from '../testing/test-socket.js';

let api: MemoryInstance;

beforeEach(async () => {
  api = await MemoryInstance.start(new MemoryWorld(), {
    socketsPerUser: 2,
    socketsPerInstance: 4,
    firstSubscribeMs: 300,
  });
});
afterEach(() => api.stop());

const bearer = { Authorization: 'Bearer token-1' };
const open = (options: OpenOptions, query = ''): ReturnType<typeof TestSocket.try> =>
  TestSocket.try(`${api.url}${query}`, options);

describe('opening a socket', () => {
  it('says hello to a token and to a browser on our address', async () => {
    for (const headers of [bearer, { Cookie: 'session=1', Origin: PUBLIC_URL }]) {
      const socket = await open({ headers });
      if (!(socket instanceof TestSocket)) throw new Error('refused');
      const hello = await socket.next('hello');
      expect(hello).toMatchObject({ userId: '1', instance: 'api-1', heartbeatSeconds: 20, limits: { topics: 50 } });
    }
  });

  it.each([
    'https://evil-ours.com:8443',
    'https://ours.com.evil:8443',
    'https://ours.com',
    'https://ours.com:8444',
    'http://ours.com:8443',
    'null',
  ])('refuses a browser on %s before the upgrade', async (origin) => {
    const headers = { Cookie: 'session=1', Origin: origin };
    expect(await open({ headers })).toMatchObject({ status: 403, code: 'origin.refused' });
  });

  it('accepts another case of the host, which is the same address', async () => {
    const headers = { Cookie: 'session=1', Origin: 'https://OURS.com:8443' };
    expect(await open({ headers })).toBeInstanceOf(TestSocket);
  });

  it('refuses a browser without Origin, and a token with a foreign one', async () => {
    expect(await open({ headers: { Cookie: 'session=1' } })).toMatchObject({ status: 403 });
    expect(await open({ headers: { ...bearer, Origin: 'https://evil.com' } })).toMatchObject({ status: 403 });
  });

  it('counts the token when a cookie comes with it', async () => {
    const headers = { ...bearer, Cookie: 'session=2', Origin: PUBLIC_URL };
    const socket = await open({ headers });
    if (!(socket instanceof TestSocket)) throw new Error('refused');
    expect(await socket.next('hello')).toMatchObject({ userId: '1' });
  });

  it('refuses an unknown token', async () => {
    const headers = { Authorization: 'Bearer token-x', Cookie: 'session=1', Origin: PUBLIC_URL };
    expect(await open({ headers })).toMatchObject({ status: 401, code: 'token.invalid' });
  });

  it('upgrades a browser that is not signed in and closes it with 4001, which it can read', async () => {
    const socket = await open({ headers: { Origin: PUBLIC_URL } });
    if (!(socket instanceof TestSocket)) throw new Error('refused');
    expect(await socket.closeCode()).toBe(4001);
  });

  it.each([null, 'foundry.realtime.v2'])('refuses the subprotocol %s', async (protocol) => {
    expect(await open({ headers: bearer, protocol })).toMatchObject({ status: 400, code: 'protocol.unsupported' });
  });

  it('refuses a token in the address and never logs it', async () => {
    const secret = randomBytes(16).toString('hex');
    expect(await open({ headers: bearer }, `?token=${secret}`)).toMatchObject({ status: 400 });
    expect(JSON.stringify(api.log.lines)).not.toContain(secret);
    expect(api.log.lines).toEqual([expect.objectContaining({ message: 'socket refused' })]);
  });

  it('answers 404 to an upgrade anywhere else', async () => {
    const elsewhere = api.url.replace('/v1/realtime', '/v1/other');
    expect(await TestSocket.try(elsewhere, { headers: bearer })).toMatchObject({ status: 404 });
  });

  it('closes the one socket too many of a person with 4009', async () => {
    await TestSocket.open(api.url);
    await TestSocket.open(api.url);
    const third = await open({ headers: bearer });
    if (!(third instanceof TestSocket)) throw new Error('refused');
    expect(await third.closeCode()).toBe(4009);
  });

  it('answers 503 when the instance is full', async () => {
    for (const userId of ['1', '1', '2', '2']) await TestSocket.open(api.url, userId);
    expect(await open({ headers: { Authorization: 'Bearer token-3' } })).toMatchObject({ status: 503 });
  });

  it('closes a socket that never subscribes', async () => {
    const socket = await TestSocket.open(api.url);
    expect(await socket.closeCode()).toBe(4000);
  });
});
