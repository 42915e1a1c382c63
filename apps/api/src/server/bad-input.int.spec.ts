import 'reflect-metadata';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Problem } from '@foundry/messaging';
import { Unavailable } from '@foundry/messaging';
import { handledWith } from '@foundry/messaging/testing';
import { startTestApi, type TestApi } from '../testing/test-api.js';

const THING = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';
const NAME = `/v1/organizations/1/things/${THING}/name`;
const TOKEN = { authorization: 'Bearer fdy_ada' };
const JSON_TYPE = { 'content-type': 'application/json' };

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => {
  api.sender.outcome = handledWith({ name: 'lamp', version: 1 });
  api.sender.failure = null;
  api.sender.sent.length = 0;
});
afterAll(() => api.app.close());

const put = (path: string, body: RequestInit['body'], headers: Record<string, string> = {}) =>
  fetch(api.base + path, { method: 'PUT', headers: { ...TOKEN, ...JSON_TYPE, ...headers }, body: body ?? null });
const get = (path: string, headers: Record<string, string> = TOKEN) => fetch(api.base + path, { headers });
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = Problem.parse(await response.json());
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  expect(problem.status).toBe(response.status);
  return problem;
};
const nested = (depth: number): string => `{"name":"x","more":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

/** What comes back for bytes that no client would send. */
const raw = (bytes: string, end = false): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(api.port, '127.0.0.1', () => {
      socket.write(bytes);
      if (end) socket.end();
    });
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
  });

describe('a request that cannot be read or is not valid', () => {
  it.each<[string, () => Promise<Response>, number, string]>([
    ['malformed JSON', () => put(NAME, '{"name":'), 400, 'request.malformed'],
    ['no JSON at all', () => put(NAME, ''), 400, 'request.malformed'],
    ['text as content type', () => put(NAME, '{}', { 'content-type': 'text/plain' }), 415, 'request.media_type'],
    [
      'a form',
      () => put(NAME, new URLSearchParams({ name: 'x' }), { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'request.media_type',
    ],
    [
      'UTF-16 as charset',
      () => put(NAME, '{}', { 'content-type': 'application/json; charset=latin1' }),
      415,
      'request.media_type',
    ],
    [
      'a gzip body',
      () => put(NAME, gzipSync('{"name":"x"}'), { 'content-encoding': 'gzip' }),
      415,
      'request.media_type',
    ],
    ['a body of 10 MB', () => put(NAME, `{"name":"${'x'.repeat(10_000_000)}"}`), 413, 'request.too_large'],
    ['an unknown field', () => put(NAME, '{"name":"x","nam":1}'), 422, 'request.invalid'],
    ['a missing field', () => put(NAME, '{}'), 422, 'request.invalid'],
    ['a body that is a list', () => put(NAME, '[]'), 422, 'request.invalid'],
    ['a body that is null', () => put(NAME, 'null'), 422, 'request.invalid'],
    ['NUL in a text', () => put(NAME, '{"name":"a\\u0000"}'), 422, 'request.invalid'],
    ['half a character', () => put(NAME, '{"name":"\\ud800"}'), 422, 'request.invalid'],
    ['__proto__ as a field', () => put(NAME, '{"name":"x","__proto__":{"a":1}}'), 422, 'request.invalid'],
    ['depth 21', () => put(NAME, nested(21)), 422, 'request.invalid'],
    ['depth 100,000', () => put(NAME, nested(100_000)), 422, 'request.invalid'],
    ['an unknown query field', () => get('/v1/organizations/1/things?colour=red&color=red'), 422, 'request.invalid'],
    ['a limit of 101', () => get('/v1/organizations/1/things?limit=101'), 422, 'request.invalid'],
    ['a foreign cursor', () => get('/v1/organizations/1/things?cursor=eyJh.bcd'), 422, 'cursor.invalid'],
    ['an unknown route', () => get('/v1/nothing'), 404, 'route.not_found'],
    [
      'another method',
      () => fetch(api.base + NAME, { method: 'DELETE', headers: TOKEN }),
      405,
      'route.method_not_allowed',
    ],
    ['a bad id', () => put('/v1/organizations/1/things/seven/name', '{"name":"x"}'), 404, 'resource.not_found'],
    ['a bad organization id', () => get('/v1/organizations/0x1/things'), 404, 'resource.not_found'],
    ['an id that cannot be decoded', () => get('/v1/organizations/%zz/things'), 404, 'resource.not_found'],
    ['an address of 8 KiB + 1', () => get(`/v1/app?q=${'x'.repeat(8 * 1024 - 9)}`), 414, 'request.uri_too_long'],
  ])('%s', async (_what, send, status, code) => {
    const response = await send();
    expect(await problemOf(response)).toMatchObject({ status, code });
    expect(api.sender.sent).toEqual([]);
  });

  it('takes depth 20 and an address of 8 KiB', async () => {
    expect((await put(NAME, nested(20))).status).toBe(200);
    expect((await get(`/v1/app?q=${'x'.repeat(8 * 1024 - 10)}`)).status).toBe(404);
  });

  it('names each bad field, and at most 20', async () => {
    const problem = await problemOf(
      await put(NAME, JSON.stringify(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f/${String(i)}`, 1])))),
    );
    expect(problem.errors).toHaveLength(20);
    expect(problem.errors).toContainEqual({
      pointer: '/f~10',
      code: 'unknown_field',
      detail: 'There is no such field.',
    });
    const query = await problemOf(await get('/v1/organizations/1/things?limit=0'));
    expect(query.errors).toMatchObject([{ pointer: 'query:limit', code: 'too_small' }]);
  });

  it('says which methods an address takes', async () => {
    const response = await fetch(`${api.base}/v1/organizations/1/things`, { method: 'DELETE', headers: TOKEN });
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('refuses a key that was used with another body, and answers a repeat', async () => {
    const key = { 'idempotency-key': 'bad-input' };
    expect((await put(NAME, '{"name":"a"}', key)).status).toBe(200);
    expect((await put(NAME, '{ "name" : "a" }', key)).headers.get('idempotent-replayed')).toBe('true');
    expect(await problemOf(await put(NAME, '{"name":"b"}', key))).toMatchObject({
      status: 422,
      code: 'idempotency.key_reused',
    });
  });

  it('answers an expired deadline with its code', async () => {
    api.sender.outcome = { outcome: 'expired', code: null, kind: null, message: null, result: null };
    expect(await problemOf(await put(NAME, '{"name":"a"}'))).toMatchObject({ status: 409, code: 'command.expired' });
  });

  it('answers 503 with Retry-After while the database is away', async () => {
    api.sender.failure = new Unavailable('database');
    const response = await put(NAME, '{"name":"a"}');
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'service.unavailable', retryAfterMs: 2000 });
  });

  it('tells nobody what failed on our side, and logs it', async () => {
    const response = await get('/v1/organizations/1/things/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a10');
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 500, code: 'service.failed' });
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(api.lines).toContainEqual(expect.objectContaining({ level: 'error', requestId: problem.requestId }));
  });
});

describe('bytes that are not a request', () => {
  const head = `PUT ${NAME} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer fdy_ada\r\nContent-Type: application/json\r\n`;

  it('a half-sent body sends nothing and is no failure of ours', async () => {
    const before = api.lines.length;
    await raw(`${head}Content-Length: 100\r\n\r\n{"name":`, true);
    const logged = await untilLine(before, 'request');
    expect(api.sender.sent).toEqual([]);
    expect(logged).not.toContainEqual(expect.objectContaining({ level: 'error' }));
  });

  it('headers above 16 KiB are refused', async () => {
    expect(await raw(`${head}X-Long: ${'x'.repeat(17_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('a body that comes a byte at a time is ended after 15 s', async () => {
    const started = performance.now();
    expect(await raw(`${head}Content-Length: 100\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('nonsense is refused', async () => {
    expect(await raw('GET\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

/** The lines after `from`, once one with this message is among them. */
async function untilLine(from: number, message: string): Promise<unknown[]> {
  const lines = api.lines.slice(from);
  const found = lines.some(
    (line) => typeof line === 'object' && line !== null && 'msg' in line && line.msg === message,
  );
  if (found) return lines;
  await new Promise((resolve) => setImmediate(resolve));
  return untilLine(from, message);
}
