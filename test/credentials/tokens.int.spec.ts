import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Encryption, KeyRing, Outbox, rotateKeys } from '@foundry/messaging';
import { eventually } from '@foundry/messaging/testing';
import { UserTokens } from '@foundry/github-data/contracts';
import { AccountOf, type CredentialRequest, RefreshActivePeople } from '@foundry/user/contracts';
import pg from 'pg';
import { z } from 'zod';
import { GithubAccounts, SEALED_ACCOUNTS } from '../../libs/user/src/auth-rows/github-accounts.js';
import { SEALED_LEASES } from '../../libs/user/src/auth-rows/credential-leases.js';
import { PersonTokens } from '../../libs/user/src/credentials/person-tokens.js';
import { GithubOauth } from '../../libs/user/src/github/github-oauth.js';
import { GithubSite } from '../../libs/user/src/github/github-site.js';
import { AccountOfQuery } from '../../libs/user/src/queries/account.query.js';
import { CredentialsInstallation, KEY, type SignedIn } from './credentials-installation.js';

const Version = z.tuple([z.object({ version: z.int() })]);

describe('tokens of people', () => {
  let foundry: CredentialsInstallation;
  let mira: SignedIn;
  let request: CredentialRequest;

  beforeAll(async () => {
    foundry = await CredentialsInstallation.start();
    mira = await foundry.signIn('mira-okafor');
    const { organizationId, repositoryId } = await foundry.repository('storefront');
    request = { userId: mira.userId, organizationId, repositoryId, purpose: 'turn' };
  });
  afterEach(async () => {
    await foundry.github.noFaults();
    await foundry.github.control('PUT', '/clock', { shiftSeconds: 0 });
  });
  afterAll(() => foundry.stop());

  /** As if the token ended in so many seconds. */
  const endIn = (seconds: number) =>
    foundry.sql`update "user".github_accounts
      set access_expires_at = now() + ${seconds}::int * interval '1 second' where user_id = ${mira.userId}`;
  const account = () => new AccountOfQuery(foundry.kernel.database).execute(new AccountOf(mira.userId));
  const version = async () =>
    Version.parse(
      await foundry.sql`select token_version as version from "user".github_accounts where user_id = ${mira.userId}`,
    )[0].version;
  const refreshes = async () =>
    (await foundry.calls()).filter((call) => call.startsWith('POST /login/oauth/access_token'));
  /** What one worker has for itself. */
  const worker = () => {
    const outbox = foundry.kernel.workerApp.get(Outbox, { strict: false });
    const accounts = new GithubAccounts(new Encryption(new KeyRing(KEY)));
    return new PersonTokens(
      foundry.kernel.worker.database,
      accounts,
      outbox,
      new GithubOauth(GithubSite.of(process.env)),
    );
  };
  const outcome = async () => {
    const lent = await foundry.credentials.lease(request, foundry.holder());
    return 'refused' in lent ? lent.refused : lent.credential.mode;
  };

  it('are refreshed once, however many workers need one, and all of them lend', async () => {
    await endIn(300);
    await foundry.calls();
    const before = await version();
    const workers = Array.from({ length: 10 }, worker);
    const given = await Promise.all(workers.map((each) => each.of(mira.userId, { seconds: 600 })));
    expect(await refreshes()).toHaveLength(1);
    expect(new Set(given.map((each) => ('token' in each ? each.token.reveal() : each.refused))).size).toBe(1);
    expect(await version()).toBe(before + 1);
    await endIn(300);
    const lent = await Promise.all(Array.from({ length: 10 }, outcome));
    expect(lent).toEqual(Array.from({ length: 10 }, () => 'user'));
    expect(await refreshes()).toHaveLength(1);
    expect(await account()).toEqual({ state: 'connected', reason: null });
  });

  it('are left alone while they have ten minutes to live', async () => {
    await endIn(660);
    await foundry.calls();
    expect(await outcome()).toBe('user');
    expect(await refreshes()).toEqual([]);
  });

  it('that GitHub refuses before their time are refreshed once, and the call is repeated once', async () => {
    await foundry.sql`update github_data.repository_access set checked_at = now() - interval '61 seconds'`;
    await foundry.github.control('PUT', '/clock', { shiftSeconds: 9 * 3_600 });
    await foundry.calls();
    expect(await outcome()).toBe('user');
    const calls = await foundry.calls();
    expect(calls.filter((call) => call.startsWith('POST /login/oauth/access_token'))).toHaveLength(1);
    expect(calls.filter((call) => / 401$/.test(call))).toHaveLength(1);
    // the same where the permission is known, and the narrowing is what is refused
    await foundry.github.control('PUT', '/clock', { shiftSeconds: 18 * 3_600 });
    await foundry.rested();
    await foundry.calls();
    expect(await outcome()).toBe('user');
    expect(await refreshes()).toHaveLength(1);
  });

  it('that GitHub refuses are renewed for the search for organizations as well', async () => {
    await foundry.github.control('PUT', '/clock', { shiftSeconds: 30 * 3_600 });
    const tokens = foundry.kernel.workerApp.get(UserTokens, { strict: false });
    const old = await tokens.tokenOf(mira.userId);
    if ('refused' in old) throw new Error(old.refused);
    expect(await foundry.asks(old.token, '/user')).toBe(401);
    const renewed = await tokens.tokenOf(mira.userId, old.token);
    if ('refused' in renewed) throw new Error(renewed.refused);
    expect(await foundry.asks(renewed.token, '/user')).toBe(200);
    // whoever comes with the old one later gets the same
    expect(await tokens.tokenOf(mira.userId, old.token)).toEqual(renewed);
  });

  it('wait for a worker that died while it refreshed, and no longer than its claim', async () => {
    await endIn(300);
    await foundry.sql`update "user".github_accounts set refresh_claimed_until = now() + interval '2 seconds'
      where user_id = ${mira.userId}`;
    await foundry.calls();
    expect(await outcome()).toBe('user');
    expect(await refreshes()).toHaveLength(1);
  });

  it('are kept while GitHub is away, and refreshed when it is back', async () => {
    await endIn(300);
    await foundry.github.fault({ kind: 'error', status: 503, path: '/login/oauth/access_token' });
    expect(await outcome()).toBe('github.unavailable');
    expect(await account()).toEqual({ state: 'connected', reason: null });
    await foundry.github.noFaults();
    expect(await outcome()).toBe('user');
  });

  it('whose refresh got lost on its way back have to be connected again, and the person hears it', async () => {
    await endIn(300);
    await foundry.github.fault({ kind: 'lost', path: '/login/oauth/access_token', times: 1 });
    expect(await outcome()).toBe('user.reauthorize');
    expect(await account()).toEqual({ state: 'reauthorize', reason: 'refresh_refused' });
    await foundry.rested();
    expect(foundry.told.filter(({ name }) => name === 'user.accountChanged').at(-1)).toMatchObject({
      entityId: mira.userId,
      payload: { account: { state: 'reauthorize', reason: 'refresh_refused' } },
      frames: [{ topic: `app:${mira.userId}`, type: 'account' }],
    });
    expect(await foundry.auditKinds(request.organizationId)).toContain('credential.refused user.reauthorize');
    await foundry.signIn(mira.login);
    expect(await outcome()).toBe('user');
  });

  it('and what was lent are read with new keys once all were written again', async () => {
    const lent = await foundry.lend(request);
    const both = new KeyRing(`k9:${Buffer.alloc(32, 9).toString('base64')}, ${KEY}`);
    const client = new pg.Client({ connectionString: foundry.kernel.databaseUrl });
    await client.connect();
    try {
      for (const table of [SEALED_ACCOUNTS, SEALED_LEASES]) {
        const { rotated, unreadable } = await rotateKeys(client, both, table);
        expect(rotated).toBeGreaterThan(0);
        expect(unreadable).toEqual([]);
      }
      const accounts = new GithubAccounts(new Encryption(new KeyRing(`k9:${Buffer.alloc(32, 9).toString('base64')}`)));
      expect((await accounts.held(foundry.sql, mira.userId))?.token).not.toBeNull();
      const back = new KeyRing(`${KEY}, k9:${Buffer.alloc(32, 9).toString('base64')}`);
      for (const table of [SEALED_ACCOUNTS, SEALED_LEASES]) await rotateKeys(client, back, table);
    } finally {
      await client.end();
    }
    await foundry.credentials.release(lent.leaseId);
    await eventually(async () => expect(await foundry.asks(lent.secret.reveal(), '/user')).toBe(401));
  });

  it('are in no table and in no message as they are', async () => {
    const lent = await foundry.lend(request);
    await foundry.rested();
    const found = await foundry.sql`
      select (select count(*) from messaging.outbox where payload::text like ${`%${lent.secret.reveal()}%`})
        + (select count(*) from messaging.effect where payload::text like ${`%${lent.secret.reveal()}%`})
        + (select count(*) from audit_log.entries e where e::text like ${`%${lent.secret.reveal()}%`})
        + (select count(*) from "user".credential_leases where position(${Buffer.from(lent.secret.reveal())} in token) > 0)
        as places`;
    expect(found).toEqual([{ places: '0' }]);
    expect(JSON.stringify(lent)).not.toContain(lent.secret.reveal());
  });

  it('of people who are here have their access read again twice an hour', async () => {
    await foundry.sql`
      insert into "user".auth_sessions (session_id, token_hash, user_id, created_at, last_seen_at, idle_expires_at, expires_at,
        ip_prefix, user_agent)
      values (gen_random_uuid(), sha256('planted'), ${mira.userId}, now(), now(), now() + interval '1 day',
        now() + interval '1 day', '', '')`;
    const asked = async () => {
      await foundry.rested();
      return (
        await foundry.sql`select ended_at from github_data.access_readings where user_id = ${mira.userId}
        and ended_at is not null and reason is null`
      ).length;
    };
    await foundry.sql`delete from github_data.access_readings`;
    // six turns of five minutes; the turn of one person is one of them
    await foundry.handled(new RefreshActivePeople({ installation: 'active-people' }));
    const isTurn = Math.floor(Date.now() / 300_000) % 6 === Number(mira.userId) % 6;
    expect(await asked()).toBe(isTurn ? 1 : 0);
  });

  it('end with the authorization that GitHub says was taken back: sessions, tokens and leases, within a second', async () => {
    const lent = await foundry.lend(request);
    await foundry.rested();
    await foundry.github.act('user.revokeAuthorization', { login: mira.login, app: foundry.github.app.slug });
    await eventually(async () => expect(await foundry.credentials.isLive(lent.leaseId)).toBe(false), 1_500);
    await foundry.rested();
    expect(
      await foundry.sql`select state, reason, access_token, refresh_token from "user".github_accounts
        where user_id = ${mira.userId}`,
    ).toEqual([{ state: 'reauthorize', reason: 'authorization_revoked', access_token: null, refresh_token: null }]);
    const open =
      await foundry.sql`select 1 from "user".auth_sessions where user_id = ${mira.userId} and ended_at is null`;
    expect(open).toEqual([]);
    expect(await outcome()).toBe('user.reauthorize');
    const names = foundry.told.filter(({ entityId }) => entityId === mira.userId).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['user.authorizationRevoked', 'user.sessionEnded', 'user.credentialsEnded']),
    );
  });
});
