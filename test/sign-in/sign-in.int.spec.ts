import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SignInInstallation } from './installation.js';
import { ADA } from './stub-github.js';

let foundry: SignInInstallation;

beforeAll(async () => {
  foundry = await SignInInstallation.start();
});
afterAll(() => foundry.stop());
beforeEach(async () => {
  const { github, sql } = foundry;
  Object.assign(github, { person: ADA, denies: false, hangs: null, fails: null });
  github.calls.length = 0;
  await sql`truncate "user".users, "user".github_accounts, "user".auth_sessions, "user".sign_in_attempts,
    "user".sign_in_counts, messaging.outbox`;
});

const sessions = async () => (await foundry.sql`select 1 from "user".auth_sessions where ended_at is null`).length;
const waiting = async () =>
  z
    .array(z.object({ name: z.string() }))
    .parse(await foundry.sql`select name from messaging.outbox order by seq`)
    .map(({ name }) => name);
const errorOf = (response: Response) =>
  new URL(response.headers.get('location') ?? '', 'http://x').searchParams.get('error');
const EXCHANGE = ['POST /login/oauth/access_token', 'GET /api/v3/user'];

describe('signing in with GitHub, with no worker and no broker', () => {
  it('signs in with two calls, and leaves what follows in the outbox', async () => {
    const browser = foundry.browser();
    const started = performance.now();
    expect(await browser.signIn('/acme?tab=1')).toBe('/acme?tab=1');
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(foundry.github.calls).toEqual(EXCHANGE);
    expect(await waiting()).toEqual(['user.announceSignIn', 'github-data.discoverAccounts', 'audit-log.append']);
    const app: unknown = await (await browser.send('/v1/app')).json();
    expect(app).toMatchObject({
      user: { userId: '42', login: 'ada', name: 'Ada' },
      csrfToken: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      organizations: [],
      discovery: { state: 'never' },
      instance: { githubApp: true, githubUrl: foundry.github.url },
      topic: { name: 'app:42' },
    });
  });

  it('gives the browser a cookie that scripts cannot read', async () => {
    const browser = foundry.browser();
    const response = await browser.send(await browser.toGithubAndBack());
    expect(response.status).toBe(302);
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('foundry_session='));
    expect(cookie).toMatch(/^foundry_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
  });

  it('makes one session of twenty equal ways back', async () => {
    const browser = foundry.browser();
    const back = await browser.toGithubAndBack();
    const cookie = browser.cookieHeader;
    const ends = await Promise.all(
      Array.from({ length: 20 }, () => foundry.browser().send(back, { headers: { cookie } })),
    );
    expect(ends.filter((end) => end.headers.get('location') === '/')).toHaveLength(1);
    expect(ends.filter((end) => errorOf(end) === 'state_invalid')).toHaveLength(19);
    expect(foundry.github.calls).toEqual(EXCHANGE);
    expect(await sessions()).toBe(1);
    expect((await waiting()).filter((name) => name === 'audit-log.append')).toHaveLength(2);
  });

  it('sends a browser that is signed in on, when it repeats the way back', async () => {
    const browser = foundry.browser();
    const back = await browser.toGithubAndBack('/acme');
    await browser.send(back);
    expect((await browser.send(back)).headers.get('location')).toBe('/');
  });

  it('refuses a state of another browser, and none, and one of nobody', async () => {
    const back = await foundry.browser().toGithubAndBack();
    const other = foundry.browser();
    await other.toGithubAndBack();
    const refused = [
      await other.send(back),
      await foundry.browser().send(back),
      await other.send('/v1/auth/github/callback?code=x'),
      await other.send('/v1/auth/github/callback?code=x&state=y'),
      await other.send('/v1/auth/github/callback?code=x&state=a&state=b'),
    ];
    expect(refused.map(errorOf)).toEqual(Array.from({ length: 5 }, () => 'state_invalid'));
    expect([await sessions(), foundry.github.calls]).toEqual([0, []]);
  });

  it('refuses a state after ten minutes', async () => {
    const browser = foundry.browser();
    const back = await browser.toGithubAndBack();
    await foundry.sql`update "user".sign_in_attempts set expires_at = now() - interval '1 second'`;
    expect(errorOf(await browser.send(back))).toBe('expired');
    expect(errorOf(await browser.send(back))).toBe('state_invalid');
  });

  it('uses the attempt up when the person says no at GitHub', async () => {
    foundry.github.denies = true;
    const browser = foundry.browser();
    const back = await browser.toGithubAndBack();
    expect(errorOf(await browser.send(back))).toBe('denied');
    expect(errorOf(await browser.send(back.replace('error=access_denied', 'code=x')))).toBe('state_invalid');
  });

  it('is back at the sign-in page with a request id when GitHub does not answer', async () => {
    foundry.github.hangs = '/login/oauth/access_token';
    const browser = foundry.browser();
    const back = await browser.toGithubAndBack();
    const started = performance.now();
    const response = await browser.send(back);
    expect(performance.now() - started).toBeLessThan(9_000);
    expect(errorOf(response)).toBe('github_unavailable');
    expect(response.headers.get('location')).toContain(`request=${response.headers.get('x-request-id') ?? '-'}`);
    expect(await sessions()).toBe(0);
  });

  it.each([
    ['/login/oauth/access_token', 500],
    ['/api/v3/user', 502],
    ['/api/v3/user', 401],
  ])('stores nothing when GitHub answers %s with %d', async (path, status) => {
    foundry.github.fails = { path, status };
    const browser = foundry.browser();
    expect(errorOf(await browser.send(await browser.toGithubAndBack()))).toBe('github_unavailable');
    expect(await foundry.sql`select 1 from "user".users union all select 1 from "user".github_accounts`).toEqual([]);
  });

  it('does not redeem a code with another verifier', async () => {
    const [one, two] = [foundry.browser(), foundry.browser()];
    const code = new URL(await one.toGithubAndBack(), 'http://x').searchParams.get('code') ?? '';
    const back = new URL(await two.toGithubAndBack(), 'http://x');
    back.searchParams.set('code', code);
    expect(errorOf(await two.send(back.pathname + back.search))).toBe('github_unavailable');
    expect(await sessions()).toBe(0);
  });

  it('never asks for addresses, whatever they would answer', async () => {
    foundry.github.fails = { path: '/api/v3/user/emails', status: 403 };
    expect(await foundry.browser().signIn()).toBe('/');
    expect(await foundry.sql`select email, email_verified from "user".users`).toEqual([
      { email: null, email_verified: false },
    ]);
  });

  it('knows a person by the number, whatever the login is', async () => {
    await foundry.browser().signIn();
    foundry.github.person = { ...ADA, login: 'ada-renamed', name: 'Ada 🦀' };
    await foundry.browser().signIn();
    foundry.github.person = { ...ADA, id: 43, name: null };
    const stranger = foundry.browser();
    await stranger.signIn();
    expect(await foundry.sql`select user_id::text, login, name from "user".users order by user_id`).toEqual([
      { user_id: '42', login: 'ada-renamed', name: 'Ada 🦀' },
      { user_id: '43', login: 'ada', name: null },
    ]);
    expect(await (await stranger.send('/v1/me')).json()).toMatchObject({ user: { userId: '43', login: 'ada' } });
  });

  it('does not let bots in', async () => {
    foundry.github.person = { ...ADA, id: 44, type: 'Bot' };
    const browser = foundry.browser();
    expect(errorOf(await browser.send(await browser.toGithubAndBack()))).toBe('not_allowed');
    expect(await foundry.sql`select 1 from "user".users`).toEqual([]);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/%2Fevil.example'])(
    'does not go on to %s',
    async (next) => {
      expect(await foundry.browser().signIn(next)).toBe('/');
    },
  );

  it('ends the session that the browser had', async () => {
    const browser = foundry.browser();
    await browser.signIn();
    const old = browser.cookieHeader;
    await browser.signIn();
    expect(await sessions()).toBe(1);
    expect((await foundry.browser().send('/v1/me', { headers: { cookie: old } })).status).toBe(401);
  });

  it('has ten tries a minute for an address', async () => {
    const begin = () => foundry.browser().send('/v1/auth/github');
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await begin()).status);
    // a minute may end between two of them
    expect(statuses.filter((status) => status === 429).length).toBeLessThanOrEqual(1);
    await foundry.sql`update "user".sign_in_counts set count = 10`;
    await foundry.sql`
      insert into "user".sign_in_counts select kind, address_hash, minute + interval '1 minute', 10
      from "user".sign_in_counts on conflict do nothing`;
    const refused = await begin();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it('leaves no secret in tables, queue or log', async () => {
    const browser = foundry.browser();
    const back = await browser.toGithubAndBack();
    expect((await browser.send(back)).headers.get('location')).toBe('/');
    const planted = [
      ...foundry.github.secrets,
      ...browser.cookies.values(),
      new URL(back, 'http://x').searchParams.get('state') ?? '',
      foundry.github.clientSecret,
    ].filter((secret) => secret !== '');
    const rows = [
      await foundry.sql`select * from "user".github_accounts`,
      await foundry.sql`select * from "user".auth_sessions`,
      await foundry.sql`select * from "user".sign_in_attempts`,
      await foundry.sql`select * from messaging.outbox`,
    ].flat();
    const kept = `${rows.map(readable).join('\n')}\n${foundry.lines.join('\n')}`;
    expect(planted.length).toBeGreaterThan(5);
    for (const secret of planted) {
      const bytes = Buffer.from(secret);
      for (const form of [secret, bytes.toString('base64'), bytes.toString('hex'), encodeURIComponent(secret)]) {
        expect(kept.includes(form)).toBe(false);
      }
    }
  });
});

describe('an installation', () => {
  it('for some people lets nobody else in', async () => {
    const chosen = await SignInInstallation.start({ GITHUB_ALLOWED_USERS: '7, 42' });
    try {
      expect(await chosen.browser().signIn()).toBe('/');
      chosen.github.person = { ...ADA, id: 8 };
      const stranger = chosen.browser();
      expect(errorOf(await stranger.send(await stranger.toGithubAndBack()))).toBe('not_allowed');
    } finally {
      await chosen.stop();
    }
  });

  it('without an App shows how to set it up', async () => {
    const bare = await SignInInstallation.start({ GITHUB_CLIENT_ID: '', GITHUB_CLIENT_SECRET: '' });
    try {
      expect((await bare.browser().send('/v1/auth/github')).headers.get('location')).toBe('/setup');
    } finally {
      await bare.stop();
    }
  });
});

/** Bytes as text and as hex: what a dump would show. */
function readable(row: unknown): string {
  const values = typeof row === 'object' && row !== null ? Object.values(row) : [];
  return values
    .map((value: unknown) =>
      Buffer.isBuffer(value) ? `${value.toString('hex')} ${value.toString('latin1')}` : JSON.stringify(value),
    )
    .join(' ');
}
