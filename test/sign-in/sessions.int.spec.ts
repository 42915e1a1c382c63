import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Encryption, KeyRing, Outbox } from '@foundry/messaging';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { TestSocket } from '../../apps/api/src/realtime/testing/test-socket.js';
import { GithubAccounts } from '../../libs/user/src/auth-rows/github-accounts.js';
import { FreshUserTokens } from '../../libs/user/src/credentials/fresh-user-tokens.js';
import { PersonTokens } from '../../libs/user/src/credentials/person-tokens.js';
import { GithubOauth } from '../../libs/user/src/github/github-oauth.js';
import { GithubSite } from '../../libs/user/src/github/github-site.js';
import { type Browser } from './browser.js';
import { KEY, ORIGIN, SignInInstallation } from './installation.js';
import { ADA } from './stub-github.js';

let foundry: SignInInstallation;
let ada: Browser;

beforeAll(async () => {
  foundry = await SignInInstallation.start();
  await foundry.startWorker();
});
afterAll(() => foundry.stop());
beforeEach(async () => {
  foundry.github.person = ADA;
  await foundry.sql`truncate "user".sign_in_counts`;
  ada = foundry.browser();
  await ada.signIn();
});

const codeOf = async (response: Response) => z.object({ code: z.string() }).parse(await response.json()).code;
const openSocket = (headers: Record<string, string>) =>
  TestSocket.try(`${foundry.base.replace('http', 'ws')}/v1/realtime`, { headers });
const signedInSocket = async (browser: Browser) => {
  const socket = await openSocket({ cookie: browser.cookieHeader, origin: ORIGIN });
  if (!(socket instanceof TestSocket)) throw new Error(`Refused: ${socket.code}`);
  await socket.next('hello');
  return socket;
};
const sameBrowser = (other: Browser) => {
  const tab = foundry.browser();
  for (const [name, value] of other.cookies) tab.cookies.set(name, value);
  tab.csrfToken = other.csrfToken;
  return tab;
};

/** GitHub calls it, with a signature; a cookie counts for nothing there. */
const SIGNED = '/v1/webhooks/github';

/** Every route that changes something and knows people by their cookie, with ids that fit. */
function changingRoutes(): { method: string; path: string }[] {
  const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
  const { paths } = Document.parse(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
  const byCookie = Object.entries(paths).filter(([path]) => path !== SIGNED);
  return byCookie.flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => ['post', 'put', 'patch', 'delete'].includes(method))
      .map((method) => ({
        method: method.toUpperCase(),
        path: path
          .replaceAll(/\{(?:organization|user)Id\}/g, '42')
          .replaceAll(/\{\w+\}/g, '0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11'),
      })),
  );
}

describe('a session', () => {
  it('ends in every tab at once, with its sockets, when one signs out', async () => {
    const tabs = [sameBrowser(ada), sameBrowser(ada)];
    const sockets = await Promise.all(tabs.map(signedInSocket));
    const started = performance.now();
    const out = await ada.change('/v1/auth/sign-out');
    expect([out.status, ada.cookies.has('foundry_session')]).toEqual([204, false]);
    await eventually(() => {
      expect(sockets.map(({ closed }) => closed?.code)).toEqual([4001, 4001]);
    });
    expect(performance.now() - started).toBeLessThan(2_000);
    for (const tab of tabs) expect((await tab.send('/v1/me')).status).toBe(401);
  });

  it('is signed out of without having one', async () => {
    expect((await foundry.browser().change('/v1/auth/sign-out')).status).toBe(204);
  });

  it('can be ended from another browser, and all at once', async () => {
    const phone = foundry.browser();
    await phone.signIn();
    const List = z.object({ items: z.array(z.object({ sessionId: z.string(), current: z.boolean() })) });
    const { items } = List.parse(await (await ada.send('/v1/me/sessions')).json());
    const others = items.filter(({ current }) => !current);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    for (const { sessionId } of others) {
      expect((await ada.change(`/v1/me/sessions/${sessionId}`, 'DELETE')).status).toBe(204);
      expect((await ada.change(`/v1/me/sessions/${sessionId}`, 'DELETE')).status).toBe(204);
    }
    expect((await phone.send('/v1/me')).status).toBe(401);
    expect((await ada.change('/v1/auth/sign-out-everywhere')).status).toBe(204);
    expect(await foundry.sql`select 1 from "user".auth_sessions where ended_at is null`).toEqual([]);
  });

  it('of somebody else is not found', async () => {
    foundry.github.person = { ...ADA, id: 43, login: 'ben' };
    const ben = foundry.browser();
    await ben.signIn();
    const [own] = z
      .array(z.object({ session_id: z.string() }))
      .parse(await foundry.sql`select session_id from "user".auth_sessions where user_id = 42 and ended_at is null`);
    const response = await ben.change(`/v1/me/sessions/${own?.session_id ?? ''}`, 'DELETE');
    expect([response.status, await codeOf(response)]).toEqual([404, 'resource.not_found']);
    expect((await ada.send('/v1/me')).status).toBe(200);
  });

  it.each([
    ['unknown', `foundry_session=${'x'.repeat(43)}`],
    ['of 10 KB', `foundry_session=${'x'.repeat(10_000)}`],
    ['empty', 'foundry_session='],
    ['not one', 'foundry_session; ;;=; %'],
  ])('is not had with a cookie that is %s', async (_what, cookie) => {
    const response = await foundry.browser().send('/v1/me', { headers: { cookie } });
    expect([response.status, await codeOf(response)]).toEqual([401, 'auth.signed_out']);
  });

  it('is not had with two cookies, one of them good', async () => {
    const cookie = `foundry_session=${'x'.repeat(43)}; foundry_session=${ada.cookies.get('foundry_session') ?? ''}`;
    expect((await foundry.browser().send('/v1/me', { headers: { cookie } })).status).toBe(401);
  });

  it('ends after its times', async () => {
    await foundry.sql`update "user".auth_sessions set idle_expires_at = now() - interval '1 s' where user_id = 42`;
    expect((await ada.send('/v1/me')).status).toBe(401);
    await ada.signIn();
    await foundry.sql`update "user".auth_sessions set expires_at = now() - interval '1 s' where user_id = 42`;
    expect((await ada.send('/v1/me')).status).toBe(401);
  });

  it('changes its cookie once when it is marked, and takes the old one for a second', async () => {
    await foundry.sql`update "user".auth_sessions set rotate = true where ended_at is null`;
    const old = ada.cookieHeader;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => foundry.browser().send('/v1/me', { headers: { cookie: old } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    const fresh = answers.flatMap((answer) => answer.headers.getSetCookie());
    expect(fresh).toHaveLength(1);
    await eventually(async () => {
      expect((await foundry.browser().send('/v1/me', { headers: { cookie: old } })).status).toBe(401);
    }, 5_000);
    const cookie = fresh[0]?.split(';', 1)[0] ?? '';
    expect((await foundry.browser().send('/v1/me', { headers: { cookie } })).status).toBe(200);
  });

  it('does not count beside a token', async () => {
    const headers = { authorization: 'Bearer fdy_nonsense' };
    expect(await codeOf(await ada.send('/v1/me', { headers }))).toBe('token.invalid');
  });
});

describe('what changes something by cookie', () => {
  const routes = changingRoutes();

  it.each(routes)('$method $path comes from a page of ours', async ({ method, path }) => {
    const good = { origin: ORIGIN, 'x-csrf-token': ada.csrfToken };
    const bad = [
      { ...good, origin: 'https://evil.example' },
      { ...good, origin: 'null' },
      { 'x-csrf-token': ada.csrfToken },
      { 'x-csrf-token': ada.csrfToken, 'sec-fetch-site': 'cross-site' },
      { origin: ORIGIN },
      { ...good, 'x-csrf-token': 'x'.repeat(43) },
    ];
    const body = '{not read';
    for (const headers of bad) {
      const response = await fetch(foundry.base + path, {
        method,
        body,
        headers: { cookie: ada.cookieHeader, 'content-type': 'application/json', ...headers },
      });
      expect([response.status, await codeOf(response)]).toEqual([403, 'csrf.refused']);
    }
    const form = await fetch(foundry.base + path, {
      method,
      body,
      headers: { cookie: ada.cookieHeader, 'content-type': 'text/plain', ...good },
    });
    expect([form.status, await codeOf(form)]).toEqual([403, 'csrf.refused']);
    // nobody at all
    const nobody = await fetch(foundry.base + path, { method });
    expect([401, 204]).toContain(nobody.status);
  });

  it('is no webhook: that needs a signature, whoever sends it', async () => {
    const response = await ada.change(SIGNED, 'POST', { action: 'created' });
    expect([response.status, await codeOf(response)]).toEqual([401, 'webhook.signature_invalid']);
  });

  it('is let through from our own page', async () => {
    const response = await ada.change('/v1/me/preferences', 'PATCH', { appearance: { theme: 'dark' } });
    expect([response.status, response.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"\d+"$/)]);
    const sent = await fetch(`${foundry.base}/v1/me/preferences`, {
      method: 'PATCH',
      body: '{"sendKey":"mod_enter"}',
      headers: {
        cookie: ada.cookieHeader,
        'content-type': 'application/json; charset=utf-8',
        'x-csrf-token': ada.csrfToken,
        'sec-fetch-site': 'same-origin',
      },
    });
    expect(await sent.json()).toMatchObject({ appearance: { theme: 'dark' }, sendKey: 'mod_enter' });
  });
});

describe('a socket', () => {
  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['the origin null', { origin: 'null' }],
    ['no origin', {}],
  ])('is refused with a good cookie and %s', async (_what, headers) => {
    const refused = await openSocket({ cookie: ada.cookieHeader, ...headers });
    expect(refused).toMatchObject({ status: 403, code: 'origin.refused' });
  });

  it('is refused with a revoked token', async () => {
    expect(await openSocket({ authorization: `Bearer fdy_${'0'.repeat(49)}` })).toMatchObject({ status: 401 });
  });

  it('closes within five seconds when no event tells that the session ended', async () => {
    const socket = await signedInSocket(ada);
    const started = performance.now();
    await foundry.sql`update "user".auth_sessions set ended_at = now() where ended_at is null`;
    await eventually(() => {
      expect(socket.closed?.code).toBe(4001);
    });
    expect(performance.now() - started).toBeLessThan(6_000);
  });

  it('hears of the own preferences', async () => {
    const socket = await signedInSocket(ada);
    await socket.subscribe('app:42');
    await ada.change('/v1/me/preferences', 'PATCH', { singleKeys: false });
    await eventually(() => {
      expect(JSON.stringify(socket.frames)).toContain('"type":"preferences"');
    });
  });
});

describe('the search for organizations', () => {
  it('says that no App is set up, and asks GitHub nothing', async () => {
    const asked = foundry.github.calls.length;
    await eventually(async () => {
      const { discovery } = z
        .object({ discovery: z.object({ state: z.string(), reason: z.string().nullable() }) })
        .parse(await (await ada.send('/v1/app')).json());
      expect(discovery).toEqual({ state: 'failed', reason: 'github.not_configured' });
    });
    expect(foundry.github.calls.length).toBe(asked);
  });
});

/** Tokens as a worker has them; nothing is set up there to refresh them with. */
const tokenOf = async (userId: string) => {
  const { database } = foundry.api.kernel;
  const accounts = new GithubAccounts(new Encryption(new KeyRing(KEY)));
  const outbox = foundry.api.app.get(Outbox, { strict: false });
  const tokens = new PersonTokens(
    database,
    accounts,
    outbox,
    new GithubOauth(new GithubSite(ORIGIN, () => Promise.resolve(null))),
  );
  const given = await new FreshUserTokens(database, accounts, tokens).tokenOf(userId);
  return 'token' in given ? given.token : given.refused;
};

describe('a token of GitHub', () => {
  it('is read where it was written, and copied to another row it asks to sign in again', async () => {
    foundry.github.person = { ...ADA, id: 43, login: 'ben' };
    await foundry.browser().signIn();
    expect(foundry.github.secrets).toContain(await tokenOf('42'));
    await foundry.sql`
      update "user".github_accounts b set access_token = a.access_token, key_id = a.key_id
      from "user".github_accounts a where a.user_id = 42 and b.user_id = 43`;
    expect(await tokenOf('43')).toBe('user.reauthorize');
    expect(await foundry.sql`select state, reason from "user".github_accounts where user_id = 43`).toEqual([
      { state: 'reauthorize', reason: 'token_unreadable' },
    ]);
    expect(foundry.github.secrets).toContain(await tokenOf('42'));
  });
});

describe('a token for an effect', () => {
  const endIn = (seconds: number | null) =>
    foundry.sql`update "user".github_accounts
      set access_expires_at = now() + ${seconds}::int * interval '1 second' where user_id = 42`;

  it('is the one of the last sign-in, as long as it lives a minute more', async () => {
    await endIn(null);
    expect(foundry.github.secrets).toContain(await tokenOf('42'));
    await endIn(90);
    expect(foundry.github.secrets).toContain(await tokenOf('42'));
    await endIn(30);
    expect(await tokenOf('42')).toBe('github.unavailable');
    expect(await tokenOf('4711')).toBe('user.reauthorize');
  });
});

describe('the audit log', () => {
  it('tells of signing in and out', async () => {
    await ada.change('/v1/auth/sign-out');
    await eventually(async () => {
      const kinds = await foundry.sql`
        select distinct kind from audit_log.entries where stream_id = '42' and kind like 'user.%' order by kind`;
      expect(kinds).toEqual(expect.arrayContaining([{ kind: 'user.signed_in' }, { kind: 'user.signed_out' }]));
    });
  });
});
