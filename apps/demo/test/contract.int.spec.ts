import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { TestGithub } from './running.js';

const Schema = z.record(z.string(), z.unknown());
const Cut = z.object({
  responses: z.record(z.string(), z.record(z.string(), Schema)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
const cut = Cut.parse(JSON.parse(readFileSync(new URL('../contract/github-rest.json', import.meta.url), 'utf8')));

/** OpenAPI 3.0 in the words of JSON Schema: `nullable` becomes a choice. */
function translated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translated);
  const inner = Schema.safeParse(value);
  if (!inner.success) return value;
  const { nullable, ...rest } = inner.data;
  const same = Object.fromEntries(Object.entries(rest).map(([key, next]) => [key, translated(next)]));
  if (nullable === true) return { anyOf: [{ type: 'null' }, same] };
  return typeof nullable === 'object' ? { ...same, nullable: translated(nullable) } : same;
}

const at = '/repos/harbour-goods/orders-api';
const hex = /^[0-9a-f]{40}$/;

/** Where the description contradicts itself: this list wants an account to be a person and an enterprise at once; one alone says or. */
const contradictions: Record<string, RegExp> = { 'GET /app/installations': /^\/\d+\/account$/ };

/** How each operation of the description is called: path, body, and as whom. */
type As = 'app' | 'installation' | 'person' | 'client' | 'nobody';
interface Asked {
  readonly path: string;
  readonly as?: As;
  readonly body?: unknown;
}

describe('GitHub’s own description of its REST API', () => {
  const site = new TestGithub();
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addFormat('uri-template', true);
  ajv.addSchema({ $id: 'github', ...Schema.parse(translated(cut)) });

  const authorization = async (as: As): Promise<Record<string, string>> => {
    const { clientId, clientSecret } = site.credentials;
    if (as === 'nobody') return {};
    if (as === 'client')
      return { authorization: `basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` };
    if (as === 'installation') return { authorization: `token ${await site.installationToken()}` };
    if (as === 'person') return { authorization: `token ${(await site.signIn('mira-okafor'))['access_token'] ?? ''}` };
    const { token } = z.object({ token: z.string() }).parse(await site.app().octokit.auth({ type: 'app' }));
    return { authorization: `bearer ${token}` };
  };

  const call = async (method: string, { path, as = 'installation', body }: Asked) => {
    const response = await fetch(site.running.apiUrl + path, {
      method,
      headers: { 'content-type': 'application/json', 'user-agent': 'contract', ...(await authorization(as)) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, json };
  };

  const head = async (branch = 'main') => {
    const { json } = await call('GET', { path: `${at}/git/ref/heads/${branch}` });
    return z.object({ object: z.object({ sha: z.string().regex(hex) }) }).parse(json).object.sha;
  };

  const manifestCode = async () => {
    const manifest = JSON.stringify({
      name: 'Made',
      url: 'http://127.0.0.1:3999',
      redirect_url: 'http://127.0.0.1:3999/done',
    });
    const response = await fetch(`${site.running.webUrl}/settings/apps/new?state=s`, {
      method: 'POST',
      body: new URLSearchParams({ manifest, login: 'mira-okafor' }),
      redirect: 'manual',
    });
    return new URL(response.headers.get('location') ?? 'about:blank').searchParams.get('code') ?? '';
  };

  const oneDelivery = async () => {
    await site.act('pull.comment', { repository: 'harbour-goods/orders-api', number: 1, body: 'hello' });
    await site.running.github.announcer.idle();
    return site.running.github.world.deliveries.at(-1)?.id ?? 0;
  };

  const branch = async (name: string) => {
    await site.act('branch.create', { repository: 'harbour-goods/orders-api', branch: name });
    const commit = { path: `${name}.md`, text: name, message: name };
    await site.act('branch.commit', { repository: 'harbour-goods/orders-api', branch: name, ...commit });
  };

  const open = async (name: string) => {
    await branch(name);
    await site.act('pull.open', { repository: 'harbour-goods/orders-api', head: name, title: name });
    return site.running.github.world.repositoryNamed('harbour-goods/orders-api')?.lastNumber ?? 0;
  };

  const client = () => `/applications/${site.credentials.clientId}/token`;
  const token = async () => ({ access_token: (await site.signIn('mira-okafor'))['access_token'] });
  const installed = async (rest = '') => `/app/installations/${await site.installationId()}${rest}`;

  /** Keyed as in the description; every operation of the cut must be here. */
  const asked: Record<string, () => Asked | Promise<Asked>> = {
    'GET /app': () => ({ path: '/app', as: 'app' }),
    'GET /app/installations': () => ({ path: '/app/installations', as: 'app' }),
    'GET /app/installations/{installation_id}': async () => ({ path: await installed(), as: 'app' }),
    'POST /app/installations/{installation_id}/access_tokens': async () => ({
      path: await installed('/access_tokens'),
      as: 'app',
      body: { repositories: ['storefront'], permissions: { contents: 'read' } },
    }),
    'GET /app/hook/config': () => ({ path: '/app/hook/config', as: 'app' }),
    'GET /app/hook/deliveries': async () =>
      (await oneDelivery()) ? { path: '/app/hook/deliveries', as: 'app' } : { path: '' },
    'GET /app/hook/deliveries/{delivery_id}': async () => ({
      path: `/app/hook/deliveries/${await oneDelivery()}`,
      as: 'app',
    }),
    'POST /app/hook/deliveries/{delivery_id}/attempts': async () => ({
      path: `/app/hook/deliveries/${await oneDelivery()}/attempts`,
      as: 'app',
    }),
    'POST /app-manifests/{code}/conversions': async () => ({
      path: `/app-manifests/${await manifestCode()}/conversions`,
      as: 'nobody',
    }),
    'POST /applications/{client_id}/token': async () => ({ path: client(), as: 'client', body: await token() }),
    'PATCH /applications/{client_id}/token': async () => ({ path: client(), as: 'client', body: await token() }),
    'POST /applications/{client_id}/token/scoped': async () => ({
      path: `${client()}/scoped`,
      as: 'client',
      body: { ...(await token()), target: 'harbour-goods', repositories: ['storefront'] },
    }),
    'GET /installation/repositories': () => ({ path: '/installation/repositories' }),
    'GET /user': () => ({ path: '/user', as: 'person' }),
    'GET /user/emails': () => ({ path: '/user/emails', as: 'person' }),
    'GET /user/orgs': () => ({ path: '/user/orgs', as: 'person' }),
    'GET /user/installations': () => ({ path: '/user/installations', as: 'person' }),
    'GET /user/installations/{installation_id}/repositories': async () => ({
      path: `/user/installations/${await site.installationId()}/repositories`,
      as: 'person',
    }),
    'GET /user/memberships/orgs': () => ({ path: '/user/memberships/orgs', as: 'person' }),
    'GET /user/memberships/orgs/{org}': () => ({ path: '/user/memberships/orgs/harbour-goods', as: 'person' }),
    'GET /users/{username}': () => ({ path: '/users/hana-sato', as: 'nobody' }),
    'GET /users/{username}/installation': async () => {
      await site.act('installation.create', { account: 'leo-marchetti', app: 'foundry', by: 'leo-marchetti' });
      return { path: '/users/leo-marchetti/installation', as: 'app' };
    },
    'GET /orgs/{org}': () => ({ path: '/orgs/harbour-goods' }),
    'GET /orgs/{org}/installation': () => ({ path: '/orgs/harbour-goods/installation', as: 'app' }),
    'GET /orgs/{org}/members': () => ({ path: '/orgs/harbour-goods/members' }),
    'GET /orgs/{org}/memberships/{username}': () => ({ path: '/orgs/harbour-goods/memberships/hana-sato' }),
    'GET /orgs/{org}/repos': () => ({ path: '/orgs/harbour-goods/repos' }),
    'GET /rate_limit': () => ({ path: '/rate_limit' }),
    'GET /repos/{owner}/{repo}': () => ({ path: at }),
    'GET /repos/{owner}/{repo}/installation': () => ({ path: `${at}/installation`, as: 'app' }),
    'GET /repos/{owner}/{repo}/forks': () => ({ path: `${at}/forks` }),
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission': () => ({
      path: `${at}/collaborators/hana-sato/permission`,
    }),
    'GET /repos/{owner}/{repo}/branches': () => ({ path: `${at}/branches` }),
    'GET /repos/{owner}/{repo}/branches/{branch}': () => ({ path: `${at}/branches/main` }),
    'GET /repos/{owner}/{repo}/git/ref/{ref}': () => ({ path: `${at}/git/ref/heads/main` }),
    'POST /repos/{owner}/{repo}/git/refs': async () => ({
      path: `${at}/git/refs`,
      body: { ref: 'refs/heads/a/made/branch', sha: await head() },
    }),
    'PATCH /repos/{owner}/{repo}/git/refs/{ref}': async () => {
      await branch('to-move');
      return { path: `${at}/git/refs/heads/to-move`, body: { sha: await head(), force: true } };
    },
    'GET /repos/{owner}/{repo}/commits': () => ({ path: `${at}/commits` }),
    'GET /repos/{owner}/{repo}/commits/{ref}': () => ({ path: `${at}/commits/main` }),
    'GET /repos/{owner}/{repo}/commits/{ref}/status': async () => {
      await site.act('pull.status', { repository: 'harbour-goods/orders-api', number: 1, state: 'success' });
      return { path: `${at}/commits/partial-refunds/status` };
    },
    'GET /repos/{owner}/{repo}/commits/{ref}/check-suites': () => ({
      path: `${at}/commits/partial-refunds/check-suites`,
    }),
    'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': () => ({ path: `${at}/commits/partial-refunds/check-runs` }),
    'GET /repos/{owner}/{repo}/compare/{basehead}': () => ({ path: `${at}/compare/main...partial-refunds` }),
    'GET /repos/{owner}/{repo}/contents/{path}': () => ({ path: `${at}/contents/src/order.ts` }),
    'PUT /repos/{owner}/{repo}/contents/{path}': () => ({
      path: `${at}/contents/new.md`,
      body: { message: 'New', content: Buffer.from('new\n').toString('base64') },
    }),
    'GET /repos/{owner}/{repo}/pulls': () => ({ path: `${at}/pulls?state=all` }),
    'POST /repos/{owner}/{repo}/pulls': async () => {
      await branch('to-open');
      return { path: `${at}/pulls`, body: { title: 'Opened', head: 'to-open', base: 'main' } };
    },
    'GET /repos/{owner}/{repo}/pulls/{pull_number}': () => ({ path: `${at}/pulls/1` }),
    'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': () => ({ path: `${at}/pulls/1`, body: { title: 'Better' } }),
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': () => ({ path: `${at}/pulls/1/commits` }),
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': () => ({ path: `${at}/pulls/1/files` }),
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': () => ({ path: `${at}/pulls/1/reviews` }),
    'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': () => ({
      path: `${at}/pulls/1/reviews`,
      as: 'person',
      body: { event: 'APPROVE', body: 'Yes' },
    }),
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': async () => {
      const line = { path: 'src/refund.ts', line: 2 };
      await site.act('pull.comment', { repository: 'harbour-goods/orders-api', number: 1, body: 'Here', line });
      return { path: `${at}/pulls/1/comments` };
    },
    'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge': async () => ({
      path: `${at}/pulls/${await open('to-merge')}/merge`,
      body: {},
    }),
    'PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch': async () => ({
      path: `${at}/pulls/${await open('to-update')}/update-branch`,
      body: {},
    }),
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': () => ({ path: `${at}/issues/1/comments` }),
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': () => ({
      path: `${at}/issues/1/comments`,
      body: { body: 'Hi' },
    }),
  };

  it.each(Object.keys(cut.responses))('%s answers as described', async (operation) => {
    const ask = asked[operation];
    if (!ask) throw new Error(`Nobody asks ${operation}`);
    const { status, json } = await call(operation.split(' ')[0] ?? '', await ask());
    expect({ status, json }).toMatchObject({ status: expect.any(Number) });
    const schema = cut.responses[operation]?.[String(status)];
    if (!schema) throw new Error(`${status} is not among the good answers: ${JSON.stringify(json)}`);
    const pointer = ['responses', operation, String(status)].map((part) =>
      encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    const validate = ajv.getSchema(`github#/${pointer.join('/')}`);
    if (!validate) throw new Error(`No schema for ${operation}`);
    await validate(json);
    const errors = (validate.errors ?? []).filter(
      ({ instancePath }) => contradictions[operation]?.test(instancePath) !== true,
    );
    expect(errors).toEqual([]);
  });
});
