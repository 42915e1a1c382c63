import { randomUUID } from 'node:crypto';
import type { Actor } from '@foundry/messaging/contracts';
import { NotesModule, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StoredPeople } from './auth-rows/stored-people.js';
import { AuthenticateToken, CreateApiToken, RevokeApiToken } from './contracts/index.js';
import { hashOf, newTokenSecret, prefixOf } from './domain/token-secret.js';
import { AuthenticateTokenQuery } from './queries/authenticate-token.query.js';
import { UserWorkerModule } from './user-worker.module.js';

const ANA: Actor = { kind: 'user', userId: '1', via: 'session' };
const BEN: Actor = { kind: 'user', userId: '2', via: 'session' };
const DAY_MS = 86_400_000;

describe('API tokens on the kernel', () => {
  const audit = new RecordedAudit();
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await startKernel({ modules: [UserWorkerModule, NotesModule], audit });
    const people = new StoredPeople(kernel.database);
    for (const userId of ['1', '2', '3'])
      await people.record({ userId, login: `u${userId}`, name: null, avatarUrl: null });
  });
  afterAll(() => kernel.stop());
  beforeEach(() => {
    audit.entries.length = 0;
  });

  const request = (secret: string, userId = '1', tokenId: string = randomUUID()) =>
    new CreateApiToken({
      userId,
      tokenId,
      name: 'nightly',
      hash: hashOf(secret).toString('hex'),
      prefix: prefixOf(secret),
      scopes: ['tasks:read'],
      expiresAt: new Date(Date.now() + 90 * DAY_MS).toISOString(),
    });
  const ownerOf = (secret: string) =>
    new AuthenticateTokenQuery(kernel.database).execute(new AuthenticateToken(secret));
  const codeOf = async (...[command, actor]: Parameters<TestKernel['request']>) => {
    const requested = await kernel.request(command, actor);
    return requested.state === 'settled' ? requested.reply.code : 'pending';
  };

  it('work from the moment they are made until they are revoked, with one entry for each', async () => {
    const secret = newTokenSecret();
    const create = request(secret);
    const { tokenId, userId } = create.payload;
    await kernel.handled(create, ANA);
    await kernel.handled(create, ANA);
    expect(await ownerOf(secret)).toMatchObject({ tokenId, userId: '1', expired: false });
    const revoke = new RevokeApiToken({ userId, tokenId });
    await kernel.handled(revoke, ANA);
    await kernel.handled(revoke, ANA);
    expect(await ownerOf(secret)).toBeNull();
    expect(audit.kinds).toEqual(['token.created', 'token.revoked']);
    expect(audit.entries.map(({ streamId }) => streamId)).toEqual(['1', '1']);
  });

  it('are shown on the topic of their person alone, without secret and hash', async () => {
    const secret = newTokenSecret();
    const create = request(secret);
    const told = new Promise((resolve) => {
      const stop = kernel.stream.onEvent((event) => {
        if (!JSON.stringify(event.payload).includes(create.payload.tokenId)) return;
        stop();
        resolve(event);
      });
    });
    await kernel.handled(create, ANA);
    const event = await told;
    expect(event).toMatchObject({ name: 'user.apiTokensChanged', frames: [{ topic: 'app:1', type: 'apiTokens' }] });
    const text = JSON.stringify(event);
    expect([text.includes(secret), text.includes(create.payload.hash)]).toEqual([false, false]);
  });

  it('belong to their person', async () => {
    const create = request(newTokenSecret());
    expect(await codeOf(create, BEN)).toBe('resource.not_found');
    await kernel.handled(create, ANA);
    const { userId, tokenId } = create.payload;
    expect(await codeOf(new RevokeApiToken({ userId, tokenId }), BEN)).toBe('resource.not_found');
    expect(await codeOf(new RevokeApiToken({ userId: '2', tokenId }), BEN)).toBe('resource.not_found');
    expect(await codeOf(request(newTokenSecret(), '2', tokenId), BEN)).toBe('token.id_taken');
  });

  it('are fifty at most, also when asked for at once', async () => {
    const CLEO: Actor = { kind: 'user', userId: '3', via: 'session' };
    const codes = await Promise.all(Array.from({ length: 55 }, () => codeOf(request(newTokenSecret(), '3'), CLEO)));
    expect(codes.filter((code) => code === 'token.limit')).toHaveLength(5);
    expect(codes.filter((code) => code === null)).toHaveLength(50);
  });
});
