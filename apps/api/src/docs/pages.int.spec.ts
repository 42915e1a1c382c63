import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.app.close());

const read = async (path: string) => {
  const response = await fetch(api.base + path);
  return { response, status: response.status, text: await response.text() };
};
const linked = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address = '']) => address);

describe('pages', () => {
  it.each(['/', '/docs', '/docs/errors', '/docs/errors/resource.not_found'])(
    '%s and all that it loads are here',
    async (path) => {
      const page = await read(path);
      expect(page.status).toBe(200);
      expect(page.response.headers.get('content-type')).toContain('text/html');
      expect(page.text).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=/);
      const addresses = linked(page.text);
      expect(addresses.filter((address) => !address.startsWith('/'))).toEqual([]);
      const statuses = await Promise.all(addresses.map(async (address) => [address, (await read(address)).status]));
      expect(statuses.filter(([address, status]) => status !== 200 && address !== '/readyz')).toEqual([]);
    },
  );

  it.each([
    ['/llms.txt', 'text/plain', '[API reference](/docs.md)'],
    ['/docs.md', 'text/markdown', '### PUT /v1/organizations/{organizationId}/things/{thingId}/name'],
    ['/docs/errors.md', 'text/markdown', '| `resource.not_found` | 404 |'],
    ['/docs/errors/resource.not_found.md', 'text/markdown', '# resource.not_found'],
  ])('%s is the same as text', async (path, type, part) => {
    const { status, response, text } = await read(path);
    expect(status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(text).toContain(part);
    const places = [...text.matchAll(/\]\((\/[^)]*)\)/g)].map(([, address = '']) => address);
    const statuses = await Promise.all(places.map(async (address) => [address, (await read(address)).status]));
    expect(statuses.filter(([address, answer]) => answer !== 200 && address !== '/readyz')).toEqual([]);
  });

  it('of the web app are sent to browsers at every address of a screen, and never for one of the API', async () => {
    const html = { headers: { accept: 'text/html,*/*;q=0.8' } };
    const screen = await fetch(`${api.base}/o/1001/tasks/0190c6a0-0000-7000-8000-000000000001`, html);
    expect([screen.status, await screen.text()]).toEqual([200, (await read('/')).text]);
    expect((await read('/o/1001')).status).toBe(404);
    expect((await fetch(`${api.base}/v1/nothing`, html)).status).toBe(404);
    expect((await fetch(`${api.base}/assets/nothing.js`, html)).status).toBe(404);
  });

  it('keep what never changes for a year, and everything else not at all', async () => {
    const start = await read('/');
    expect(start.response.headers.get('cache-control')).toBe('no-cache');
    const built = linked(start.text).filter((address) => address.startsWith('/assets/'));
    expect(built.length).toBeGreaterThan(0);
    for (const address of built) {
      expect((await read(address)).response.headers.get('cache-control')).toContain('immutable');
    }
  });

  it('allow scripts of our own origin only', async () => {
    const { response } = await read('/docs');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
  });

  it('show the routes of this process', async () => {
    expect(JSON.parse((await read('/openapi.json')).text)).toMatchObject({
      openapi: '3.1.0',
      paths: { '/v1/organizations/{organizationId}/things': { get: { operationId: 'listThings' } } },
    });
  });

  it.each(['br', 'gzip'])('travel as %s', async (encoding) => {
    const response = await fetch(`${api.base}/openapi.json`, { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('show the messages of this release', async () => {
    expect(JSON.parse((await read('/asyncapi.json')).text)).toMatchObject({ asyncapi: '3.0.0' });
  });

  it.each([
    '/docs/errors/no.such_code',
    '/docs/errors/no.such_code.md',
    '/docs/assets/package.json',
    '/docs/assets/..%2f..%2fpackage.json',
    '/.env',
  ])('%s is an unknown address', async (path) => {
    const { status, text } = await read(path);
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({ code: 'route.not_found' });
  });
});
