import { ScratchDatabase } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { StoredPeople } from '../auth-rows/stored-people.js';
import { ApiTokensOf, AuthenticateToken, LiveTokens, UserOf } from '../contracts/index.js';
import { ApiToken } from '../domain/api-token.entity.js';
import { hashOf, newTokenSecret, prefixOf } from '../domain/token-secret.js';
import { manifest } from '../manifest.js';
import { ANA, BEN } from '../testing/tokens.js';
import { ApiTokensOfQuery, LiveTokensQuery } from './api-tokens.query.js';
import { AuthenticateTokenQuery } from './authenticate-token.query.js';
import { UserOfQuery } from './user.query.js';

const DAY_MS = 86_400_000;

/** A token made `age` days ago for 90 days. */
function aToken(over: { userId?: string; age?: number; organizationId?: string } = {}) {
  const { userId = ANA, age = 0, organizationId = null } = over;
  const secret = newTokenSecret();
  const now = new Date(Date.now() - age * DAY_MS);
  const token = ApiToken.create(
    {
      tokenId: randomUUID(),
      userId,
      name: 'nightly',
      hash: hashOf(secret).toString('hex'),
      prefix: prefixOf(secret),
      scopes: ['tasks:read', 'tasks:write'],
      organizationId,
      expiresAt: new Date(now.getTime() + 90 * DAY_MS),
    },
    now,
  );
  return { secret, token };
}

describe('people and their tokens', () => {
  let database: ScratchDatabase;
  const ana = { userId: ANA, login: 'ana', name: 'Ana', avatarUrl: null };

  beforeAll(async () => {
    database = await ScratchDatabase.create(manifest);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.sql`truncate "user".users, "user".api_tokens`;
    await new StoredPeople(database).record(ana);
  });

  const authenticate = (secret: string) => new AuthenticateTokenQuery(database).execute(new AuthenticateToken(secret));
  const listOf = (userId: string) => new ApiTokensOfQuery(database).execute(new ApiTokensOf(userId));

  it('knows whom a token stands for', async () => {
    const { secret, token } = aToken({ organizationId: '7' });
    await database.save(token);
    expect(await authenticate(secret)).toEqual({
      tokenId: token.tokenId,
      userId: ANA,
      scopes: ['tasks:read', 'tasks:write'],
      organizationId: '7',
      expired: false,
    });
  });

  it('refuses wrong check characters without asking the database', async () => {
    const { secret, token } = aToken();
    await database.save(token);
    database.statements.length = 0;
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('a') ? 'b' : 'a'}`;
    expect([await authenticate(wrong), await authenticate(''), await authenticate('x'.repeat(10_000))]).toEqual([
      null,
      null,
      null,
    ]);
    expect(database.statements).toEqual([]);
  });

  it('refuses revoked tokens, those of nobody, and those of deleted people', async () => {
    const revoked = aToken();
    revoked.token.revoke(new Date());
    const strangers = aToken({ userId: BEN });
    const own = aToken();
    await database.save(revoked.token, strangers.token, own.token);
    await database.sql`update "user".users set deleted_at = now()`;
    for (const { secret } of [revoked, strangers, own, { secret: newTokenSecret() }]) {
      expect(await authenticate(secret)).toBeNull();
    }
  });

  it('says of an expired token that it was one, and does not count it as used', async () => {
    const { secret, token } = aToken({ age: 91 });
    await database.save(token);
    expect(await authenticate(secret)).toMatchObject({ expired: true });
    expect((await listOf(ANA))[0]).toMatchObject({ lastUsedAt: null });
  });

  it('notes the use at most once a minute', async () => {
    const { secret, token } = aToken();
    await database.save(token);
    const lastUse = async () => (await listOf(ANA))[0]?.lastUsedAt;
    await authenticate(secret);
    const first = await lastUse();
    expect(first).toEqual(expect.any(String));
    await Promise.all([authenticate(secret), authenticate(secret)]);
    expect(await lastUse()).toBe(first);
    await database.sql`update "user".api_tokens set last_used_at = now() - interval '61 seconds'`;
    await authenticate(secret);
    expect(Date.parse((await lastUse()) ?? '')).toBeGreaterThanOrEqual(Date.parse(first ?? ''));
  });

  it('does not overwrite the last use when the token is saved by a command', async () => {
    const { secret, token } = aToken();
    await database.save(token);
    await authenticate(secret);
    token.revoke(new Date());
    await database.save(token);
    expect((await listOf(ANA))[0]).toMatchObject({ lastUsedAt: expect.any(String), revokedAt: expect.any(String) });
  });

  it('lists own tokens without secret or hash, live ones first, and forgets old ends', async () => {
    const [live, expired, forgotten] = [aToken(), aToken({ age: 100 }), aToken({ age: 130 })];
    const others = aToken({ userId: BEN });
    await database.save(expired.token, live.token, forgotten.token, others.token);
    const list = await listOf(ANA);
    expect(list.map(({ tokenId }) => tokenId)).toEqual([live.token.tokenId, expired.token.tokenId]);
    expect(Object.keys(list[0] ?? {})).not.toContain('hash');
    expect(JSON.stringify(list)).not.toContain(live.secret);
  });

  it('names the live ones of many tokens in one statement', async () => {
    const [live, expired] = [aToken(), aToken({ age: 100 })];
    await database.save(live.token, expired.token);
    database.statements.length = 0;
    const asked = [live.token.tokenId, expired.token.tokenId, randomUUID()];
    expect(await new LiveTokensQuery(database).execute(new LiveTokens(asked))).toEqual([live.token.tokenId]);
    expect(database.statements).toHaveLength(1);
  });

  it('takes over another login for the same person, and raises the version only then', async () => {
    const people = new StoredPeople(database);
    expect((await people.record(ana)).version).toBe(1);
    expect(await people.record({ ...ana, login: 'ana-b' })).toMatchObject({ login: 'ana-b', version: 2 });
    expect(await new UserOfQuery(database).execute(new UserOf(ANA))).toEqual({ ...ana, login: 'ana-b', version: 2 });
    expect(await new UserOfQuery(database).execute(new UserOf(BEN))).toBeNull();
  });
});
