import 'reflect-metadata';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditLogWorkerModule } from '@foundry/audit-log';
import { eventually, OwnDatabase } from '@foundry/messaging/testing';
import { MANIFESTS } from '@foundry/worker';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'amqplib';
import { Client } from 'pg';
import { z } from 'zod';
import { TestSocket } from '../../apps/api/src/realtime/testing/test-socket.js';
import { StandIn } from '../../libs/github-data/src/testing/stand-in.js';
import { Browser } from '../sign-in/browser.js';
import { everythingStored } from './everything-stored.js';
import { foundIn, type Secrets } from './found-in.js';
import { Overheard } from './overheard.js';
import { freePort, ProductProcess } from './product.js';
import { Wiretap } from './wiretap.js';

/*
 * The built product, as an operator runs it, does everything that needs a secret. Afterwards no secret may be in anything
 * that it printed, stored, sent over the broker or answered.
 */

const ADMIN = 'mira-okafor';
const App = z.object({
  user: z.object({ userId: z.string() }),
  organizations: z.array(z.object({ id: z.string() })),
});
const Token = z.object({ tokenId: z.string(), secret: z.string() });
/** Show the CSRF token to a page of ours, which is what it is for. */
const TO_PAGES = ['/v1/app', '/v1/me'];
const planted = (name: string): string => `${name}-${randomBytes(24).toString('base64url')}`;

/** What was started, to be ended in the opposite order, also when the start broke off. */
const stops: (() => Promise<void>)[] = [];
let own: OwnDatabase;
let github: StandIn;
let proxy: Overheard;
let tap: Wiretap;
let api: ProductProcess;
let worker: ProductProcess;
let origin: string;
let prefix: string;
/** Every answer of the API, without the cookies that it set. */
const answers = new Map<string, string>();
const fixed: Record<string, string> = {};

/** The end of the longest line of a key file, where every key differs. */
const lineOf = (key: string): string => {
  const lines = key
    .replaceAll('\\n', '\n')
    .split('\n')
    .filter((line) => !line.includes('-----'));
  return (lines.sort((a, b) => b.length - a.length)[0] ?? '').slice(-40);
};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foundry-planted-'));
  stops.push(() => rm(folder, { recursive: true }));
  own = await OwnDatabase.create();
  stops.push(() => own.drop());
  prefix = own.name.replaceAll('_', '-');
  const port = await freePort();
  origin = `http://127.0.0.1:${String(port)}`;
  github = await StandIn.start({ productUrl: origin });
  stops.push(() => github.stop());
  proxy = await Overheard.before(github.webUrl);
  stops.push(() => proxy.stop(), removeQueues);
  tap = await Wiretap.on(prefix, ['messaging', ...MANIFESTS.map(({ name }) => name)]);
  stops.push(() => tap.stop());
  const database = new URL(own.url);
  Object.assign(fixed, {
    'the password of the database': planted('database'),
    'the encryption key': randomBytes(32).toString('base64'),
    'the token for metrics': planted('metrics'),
  });
  database.password = fixed['the password of the database'] ?? '';
  const auditKey = await AuditLogWorkerModule.ensureSigningKey(join(folder, 'audit.pem'));
  const { appId, clientId, clientSecret, privateKey, webhookSecret } = github.app;
  Object.assign(fixed, {
    'the secret of the App': clientSecret,
    'the secret for webhooks': webhookSecret,
    'the private key of the App': lineOf(privateKey),
    'the signing key of the audit log': lineOf(auditKey),
  });
  const environment = {
    DATABASE_URL: database.href,
    AMQP_URL: process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672',
    AMQP_PREFIX: prefix,
    LOG_LEVEL: 'debug',
    PUBLIC_URL: origin,
    FOUNDRY_ENCRYPTION_KEYS: `k1:${fixed['the encryption key'] ?? ''}`,
    METRICS_TOKEN: fixed['the token for metrics'] ?? '',
    AUDIT_SIGNING_KEY: auditKey,
    GITHUB_WEB_URL: proxy.url,
    GITHUB_API_URL: `${proxy.url}/api/v3`,
    GITHUB_APP_ID: String(appId),
    GITHUB_APP_PRIVATE_KEY: privateKey,
    GITHUB_CLIENT_ID: clientId,
    GITHUB_CLIENT_SECRET: clientSecret,
    GITHUB_WEBHOOK_SECRET: webhookSecret,
  };
  worker = await ProductProcess.start('worker', await freePort(), environment);
  stops.push(() => worker.stop());
  api = await ProductProcess.start('api', port, environment);
  stops.push(() => api.stop());
}, 300_000);
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

async function removeQueues(): Promise<void> {
  const connection = await connect(process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672');
  const channel = await connection.createChannel();
  for (const name of ['messaging', ...MANIFESTS.map((manifest) => manifest.name)]) {
    const partitions = Array.from({ length: 8 }, (_, at) => `${name}.commands.${String(at)}`);
    for (const queue of [...partitions, `${name}.effects`, `${name}.dead`])
      await channel.deleteQueue(`${prefix}:${queue}`);
  }
  for (const exchange of ['commands', 'effects', 'events', 'dead'])
    await channel.deleteExchange(`${prefix}.${exchange}`);
  await connection.close();
}

/** Who the person is, said at the page of the stand-in; the way there is overheard like everything else. */
const signInPage = (login: string, states: Record<string, string>) => ({
  async authorize(address: string): Promise<URL> {
    const asked = new URL(address);
    const body = new URLSearchParams([...asked.searchParams, ['login', login]]);
    const sent = await fetch(`${github.webUrl}${asked.pathname}`, { method: 'POST', body, redirect: 'manual' });
    const back = new URL(sent.headers.get('location') ?? 'about:blank');
    states[`a state of ${login}`] = back.searchParams.get('state') ?? '';
    states[`a code of ${login}`] = back.searchParams.get('code') ?? '';
    return back;
  },
});

async function note(what: string, answer: Response): Promise<string> {
  const text = await answer.clone().text();
  const headers = [...answer.headers].filter(([name]) => name !== 'set-cookie');
  answers.set(`the answer ${String(answers.size)} to ${what}`, JSON.stringify(headers) + text);
  return text;
}

describe('secrets that went through the product', () => {
  const sessions: Record<string, string> = {};
  const once: Record<string, string> = {};
  const frames: string[] = [];

  it('are used: sign-in, search, sync, webhooks, tokens, sockets, refusals and failures', async () => {
    const browser = new Browser(api.url, origin, signInPage(ADMIN, once));
    expect(await browser.signIn()).toBe('/');
    sessions['the cookie of the session'] = browser.cookies.get('foundry_session') ?? '';
    once['the CSRF token'] = browser.csrfToken;

    const organizationId = await eventually(async () => {
      const { organizations } = App.parse(await (await browser.send('/v1/app')).json());
      const shown = await Promise.all(
        organizations.map(async ({ id }) => ({
          id,
          text: await note('the state of a sync', await browser.send(`/v1/organizations/${id}/github`)),
        })),
      );
      const done = shown.find(({ text }) => text.includes('"synced"'));
      if (!done) throw new Error(`Nothing is synced: ${JSON.stringify(shown)}`);
      return done.id;
    }, 90_000);

    const socket = await TestSocket.try(`${api.url.replace('http', 'ws')}/v1/realtime`, {
      headers: { cookie: browser.cookieHeader, origin },
    });
    if (!(socket instanceof TestSocket)) throw new Error(socket.code);
    socket.raw.on('message', (data: Buffer) => frames.push(data.toString()));
    const { user } = App.parse(await (await browser.send('/v1/app')).json());
    const { userId } = user;
    for (const topic of [`app:${userId}`, `organization:${organizationId}`, `history:github-data:${organizationId}`]) {
      expect((await socket.subscribe(topic)).op).toBe('snapshot');
    }

    const made = Token.parse(
      await (
        await browser.change('/v1/me/api-tokens', 'POST', {
          name: 'planted',
          scopes: ['organization:read', 'audit:read'],
        })
      ).json(),
    );
    once['the secret of an API token'] = made.secret;
    const authorization = `Bearer ${made.secret}`;
    const paths = ['/v1/app', '/v1/me', '/v1/audit/keys', `/v1/organizations/${organizationId}`].concat(
      [
        'members',
        'repositories',
        'pull-requests',
        'github/members',
        'github/syncs',
        'audit',
        'audit/head',
        'tasks',
      ].map((what) => `/v1/organizations/${organizationId}/${what}`),
      ['organization', 'github-data', 'audit-log'].map(
        (name) => `/v1/inspector/entities/${name}/${organizationId}/history`,
      ),
      ['/v1/dead-letters', '/v1/inspector/effects', `/v1/inspector/entities/user/${userId}/history`],
    );
    for (const path of paths) {
      await note(path, await fetch(api.url + path, { headers: { authorization } }));
      if (!TO_PAGES.includes(path)) await note(path, await browser.send(path));
    }
    const exported = `/v1/organizations/${organizationId}/audit/exports`;
    await note(exported, await browser.change(exported, 'POST', { format: 'jsonl' }));
    await note('a list of tokens', await browser.send('/v1/me/api-tokens'));
    await note('a list of sessions', await browser.send('/v1/me/sessions'));

    // where secrets do not belong, and where they are wrong by a little
    await note('a token in the address', await browser.send(`/v1/me?access_token=${made.secret}`));
    await note('a socket with a token', await fetch(`${api.url}/v1/realtime?token=${made.secret}`));
    await note(
      'half a token',
      await fetch(`${api.url}/v1/me`, { headers: { authorization: authorization.slice(0, -1) } }),
    );
    await note('a secret as scheme', await fetch(`${api.url}/v1/me`, { headers: { authorization: made.secret } }));
    const torn = `{"name":"${fixed['the secret of the App'] ?? ''}`;
    const headers = {
      cookie: browser.cookieHeader,
      origin,
      'x-csrf-token': browser.csrfToken,
      'content-type': 'application/json',
    };
    await note('torn JSON', await fetch(`${api.url}/v1/me/api-tokens`, { method: 'POST', headers, body: torn }));
    await note('metrics', await fetch(`${api.url}/metrics`));
    await note('metrics of the worker', await fetch(`${worker.url}/metrics`));
    await note('readiness', await fetch(`${api.url}/readyz`));

    // webhooks, signed and not
    const { webhookSecret } = github.app;
    const event = JSON.stringify({ zen: 'x', hook: { config: { secret: '********' } } });
    const sign = (secret: string) => `sha256=${createHmac('sha256', secret).update(event).digest('hex')}`;
    for (const signature of [sign(webhookSecret), sign('another'), webhookSecret]) {
      const said = {
        'content-type': 'application/json',
        'x-github-delivery': randomUUID(),
        'x-github-event': 'ping',
        'x-hub-signature-256': signature,
      };
      await note(
        'a webhook',
        await fetch(`${api.url}/v1/webhooks/github`, { method: 'POST', headers: said, body: event }),
      );
    }

    // GitHub refuses and fails
    await github.fault({ kind: 'error', status: 500, path: 'access_tokens', times: 2 });
    await github.fault({ kind: 'error', status: 502, path: '/user/installations', times: 2 });
    const syncing = `/v1/organizations/${organizationId}/github/syncs`;
    await note('a sync', await browser.change(syncing, 'POST', {}));
    await note('a search', await browser.change('/v1/me/discovery', 'POST'));
    await github.control('POST', '/tokens/revoke', { login: ADMIN });
    await github.control('POST', '/tokens/revoke', { installation: 1 });
    await github.noFaults();
    const again = new Browser(api.url, origin, signInPage('jonas-lind', once));
    await github.fault({ kind: 'error', status: 500, path: '/user', times: 1 });
    await again.signIn();
    await github.noFaults();
    expect(await again.signIn()).toBe('/');
    sessions['the cookie of another session'] = again.cookies.get('foundry_session') ?? '';
    await note('a way back that was used', await again.send(await again.toGithubAndBack()));

    await browser.change(`/v1/me/api-tokens/${made.tokenId}`, 'DELETE');
    await browser.change('/v1/auth/sign-out');
    await quiet();
    socket.raw.close();
  });

  it('are known to this test: each kind went by', () => {
    expect(proxy.beginningWith('ghu_').length).toBeGreaterThanOrEqual(2);
    expect(proxy.beginningWith('ghr_').length).toBeGreaterThanOrEqual(2);
    expect(proxy.beginningWith('ghs_').length).toBeGreaterThanOrEqual(1);
    expect(proxy.beginningWith('eyJ').length).toBeGreaterThanOrEqual(1);
    expect(Object.values(everySecret()).filter((secret) => secret.length < 16)).toEqual([]);
    expect(tap.heard.length).toBeGreaterThan(50);
    expect(frames.length).toBeGreaterThan(3);
    expect(answers.size).toBeGreaterThan(40);
  });

  it('are in no line of a log', () => {
    const printed = new Map([
      ['the log of the API', api.printed],
      ['the log of the worker', worker.printed],
    ]);
    expect(foundIn(printed, everySecret())).toEqual([]);
    expect([...printed.values()].filter((text) => text.length < 1_000)).toEqual([]);
  });

  it('are in no row of any table', async () => {
    const database = new Client({ connectionString: own.url });
    await database.connect();
    const stored = await everythingStored(database);
    await database.end();
    expect(stored.size).toBeGreaterThan(25);
    expect(foundIn(stored, everySecret())).toEqual([]);
  });

  it('are in no message of the broker', () => {
    expect(foundIn(new Map([['a message', tap.heard.join('\n')]]), everySecret())).toEqual([]);
  });

  it('are in no frame of a socket', () => {
    expect(foundIn(new Map([['a frame', frames.join('\n')]]), everySecret())).toEqual([]);
  });

  it('are in no answer, its headers and addresses included', () => {
    expect(foundIn(answers, everySecret())).toEqual([]);
  });

  /** Everything that could be copied has been asked for, handled and published. */
  async function quiet(): Promise<void> {
    const database = new Client({ connectionString: own.url });
    await database.connect();
    await eventually(async () => {
      const { rows } =
        await database.query(`select (select count(*) from messaging.outbox where kind = 'command' and settled_at is null)
        + (select count(*) from messaging.outbox where published_at is null)
        + (select count(*) from messaging.effect where state = 'running') as open`);
      expect(z.tuple([z.object({ open: z.coerce.number() })]).parse(rows)[0].open).toBe(0);
    }, 60_000);
    await database.end();
  }

  function everySecret(): Secrets {
    const overheard = [...proxy.secrets].map((secret): [string, string] => [
      `${secret.slice(0, 4)}… that GitHub knows`,
      secret,
    ]);
    return {
      ...fixed,
      ...sessions,
      ...once,
      ...Object.fromEntries(overheard.map(([name, secret], at) => [`${name} (${String(at)})`, secret])),
    };
  }
});
