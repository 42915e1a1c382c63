import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Problem } from '@foundry/messaging';
import { handledWith } from '@foundry/messaging/testing';
import { z } from 'zod';
import { startTestApi, type TestApi } from '../testing/test-api.js';

const Listed = z.looseObject({ items: z.array(z.int()).optional(), nextCursor: z.string().nullish() });
const THING = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
  api.sender.outcome = handledWith({ name: 'lamp', version: 1 });
});
afterAll(() => api.app.close());

const as = (authorization: string | null, path = '/v1/organizations/1/things', init: RequestInit = {}) =>
  fetch(api.base + path, { ...init, headers: authorization === null ? {} : { authorization } });
const problemOf = async (response: Response) => Problem.parse(await response.json());
const rename = (authorization: string) =>
  as(authorization, `/v1/organizations/1/things/${THING}/name`, { method: 'PUT', body: '{not read' });

describe('who may call', () => {
  it.each([
    ['nobody', null, 'auth.signed_out'],
    ['somebody with a password', 'Basic YWRhOng=', 'token.invalid'],
    ['an unknown token', 'Bearer fdy_nobody', 'token.invalid'],
    ['two tokens', 'Bearer fdy_ada fdy_bob', 'token.invalid'],
    ['a token of 10 KB', `Bearer fdy_${'x'.repeat(10_000)}`, 'token.invalid'],
    ['an old token', 'Bearer fdy_old', 'token.expired'],
  ])('%s is not signed in', async (_who, authorization, code) => {
    const response = await as(authorization);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await problemOf(response)).toMatchObject({ status: 401, code });
  });

  it('a cookie is no credential yet', async () => {
    const response = await fetch(`${api.base}/v1/organizations/1/things`, { headers: { cookie: 'foundry_session=x' } });
    expect(response.status).toBe(401);
  });

  it('answers an outsider, an unknown organization and a token of another one alike', async () => {
    const answers = await Promise.all([
      as('Bearer fdy_bob'),
      as('Bearer fdy_ada', '/v1/organizations/99/things'),
      as('Bearer fdy_elsewhere'),
      as('Bearer fdy_ada', '/v1/organizations/x/things'),
    ]);
    const problems = await Promise.all(answers.map(problemOf));
    expect(problems.map(({ requestId: _, ...same }) => same)).toEqual(
      problems.map(() =>
        expect.objectContaining({ status: 404, code: 'resource.not_found', detail: problems[0]?.detail }),
      ),
    );
  });

  it('lets a viewer read and refuses to let one write, before the body is read', async () => {
    expect((await as('Bearer fdy_viewer')).status).toBe(200);
    expect(await problemOf(await rename('Bearer fdy_viewer'))).toMatchObject({ status: 403, code: 'role.too_low' });
  });

  it('refuses a token without the scope', async () => {
    expect((await as('Bearer fdy_reader')).status).toBe(200);
    expect(await problemOf(await rename('Bearer fdy_reader'))).toMatchObject({
      status: 403,
      code: 'token.scope_missing',
    });
  });

  it('refuses an operator route to everybody else', async () => {
    const path = `/v1/organizations/1/things/${THING}`;
    expect((await as('Bearer fdy_ada', path)).status).toBe(200);
    expect(await problemOf(await as('Bearer fdy_viewer', path))).toMatchObject({ status: 403, code: 'role.too_low' });
  });

  it('counts the requests of each caller and refuses what is above', async () => {
    const limited = await startTestApi({ perMinute: 2 });
    const ask = (who: string) =>
      fetch(`${limited.base}/v1/organizations/1/things`, { headers: { authorization: `Bearer fdy_${who}` } });
    const [first, second, third, other] = [await ask('ada'), await ask('ada'), await ask('ada'), await ask('viewer')];
    await limited.app.close();
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=2;w=60');
    expect(second.headers.get('ratelimit')).toMatch(/^"default";r=0;t=\d+$/);
    expect(third.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await problemOf(third)).toMatchObject({ status: 429, code: 'rate.limited' });
    expect(other.status).toBe(200);
  });

  it('counts what each caller makes anew, beside what they ask', async () => {
    const limited = await startTestApi({ createsPerMinute: 1 });
    const ask = (method: string) =>
      fetch(`${limited.base}/v1/organizations/1/things`, { method, headers: { authorization: 'Bearer fdy_ada' } });
    const [first, second, read] = [await ask('POST'), await ask('POST'), await ask('GET')];
    await limited.app.close();
    expect(first.status).toBe(201);
    expect(second.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await problemOf(second)).toMatchObject({ status: 429, code: 'rate.limited' });
    expect(read.status).toBe(200);
  });
});

describe('every answer', () => {
  it('carries an id and the headers that keep it private', async () => {
    const response = await as('Bearer fdy_ada');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(response.headers.has('x-powered-by')).toBe(false);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each([
    ['my-request_1', 'my-request_1'],
    ['short', null],
    ['with space in it', null],
    ['x'.repeat(65), null],
  ])('takes over the request id %j only when it is one', async (id, taken) => {
    const response = await fetch(`${api.base}/livez`, { headers: { 'x-request-id': id } });
    const given = response.headers.get('x-request-id');
    if (taken === null) expect(given).not.toBe(id);
    else expect(given).toBe(taken);
  });

  it('is logged in one line without its query', async () => {
    await fetch(`${api.base}/v1/organizations/1/things?q=fdy_topsecret`, {
      headers: { 'x-request-id': 'logged-once' },
    });
    await new Promise((resolve) => setImmediate(resolve));
    const lines = api.lines.filter((line) => JSON.stringify(line).includes('logged-once'));
    expect(lines).toEqual([
      expect.objectContaining({ msg: 'request', route: '/v1/organizations/:organizationId/things', status: 401 }),
    ]);
    expect(JSON.stringify(api.lines)).not.toContain('topsecret');
  });

  it('is 304 when the version is still the one that the caller has', async () => {
    const path = `${api.base}/v1/organizations/1/things/${THING}`;
    const headers = { authorization: 'Bearer fdy_ada' };
    const first = await fetch(path, { headers });
    expect(first.headers.get('etag')).toBe('"7"');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const second = await fetch(path, { headers: { ...headers, 'if-none-match': '"7"', 'cache-control': 'max-age=0' } });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });
});

describe('a list', () => {
  const page = async (query: string, who = 'ada', organization = '1') => {
    const response = await as(`Bearer fdy_${who}`, `/v1/organizations/${organization}/things?${query}`);
    return { response, body: Listed.parse(await response.json()) };
  };

  it('is read to its end by cursors, and a page links to the next', async () => {
    const first = await page('limit=3&colour=red');
    const next = /^<(.+)>; rel="next"$/.exec(first.response.headers.get('link') ?? '')?.[1] ?? '';
    const second = Listed.parse(await (await as('Bearer fdy_ada', next)).json());
    const third = (await page(`limit=3&colour=red&cursor=${encodeURIComponent(second.nextCursor ?? '')}`)).body;
    expect([first.body.items, second.items, third]).toEqual([[1, 2, 3], [4, 5, 6], { items: [7], nextCursor: null }]);
  });

  it.each([
    ['other filters', (cursor: string) => page(`limit=3&colour=blue&cursor=${cursor}`)],
    ['another caller', (cursor: string) => page(`limit=3&colour=red&cursor=${cursor}`, 'viewer')],
    ['another organization', (cursor: string) => page(`limit=3&colour=red&cursor=${cursor}`, 'ada', '2')],
    ['another content', (cursor: string) => page(`limit=3&colour=red&cursor=NA${cursor.slice(2)}`)],
  ])('refuses its cursor with %s', async (_what, ask) => {
    const { body } = await page('limit=3&colour=red');
    expect((await ask(body.nextCursor ?? '')).body).toMatchObject({ status: 422, code: 'cursor.invalid' });
  });
});
