import { createAppAuth } from '@octokit/auth-app';
import { describe, expect, it } from '@jest/globals';
import { octokitAt, refusal, TestGithub } from './running.js';

const product = 'http://127.0.0.1:3999';
const manifest = JSON.stringify({
  name: 'Second Foundry',
  url: product,
  hook_attributes: { url: `${product}/v1/webhooks/github` },
  redirect_url: `${product}/v1/setup/callback`,
  callback_urls: [`${product}/v1/auth/github/callback`],
  setup_url: `${product}/v1/github/setup`,
  default_permissions: { contents: 'write', metadata: 'read' },
  default_events: ['push'],
});

describe('an App from a manifest', () => {
  const site = new TestGithub({ app: null });
  const at = (path: string) => `${site.running.webUrl}${path}`;
  const post = async (path: string, fields: Record<string, string>) => {
    const response = await fetch(at(path), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    return { status: response.status, target: response.headers.get('location') ?? '', page: await response.text() };
  };
  const create = '/organizations/harbour-goods/settings/apps/new?state=abc';

  it('is made by one of the owners, exchanged once, and then signs in with its key', async () => {
    const asked = await post(create, { manifest });
    expect(asked.page).toContain('Second Foundry');
    expect(asked.page).toContain('jonas-lind');
    expect(asked.page).not.toContain('hana-sato');
    const target = new URL((await post(create, { manifest, login: 'jonas-lind' })).target);
    expect(target.searchParams.get('state')).toBe('abc');
    const octokit = site.withToken('');
    const code = target.searchParams.get('code') ?? '';
    const { data } = await octokit.rest.apps.createFromManifest({ code });
    expect(data).toMatchObject({
      slug: 'second-foundry',
      pem: expect.stringContaining('PRIVATE KEY'),
      owner: { login: 'harbour-goods' },
    });
    expect(await refusal(octokit.rest.apps.createFromManifest({ code }))).toBe(404);
    const At = octokitAt(site.running);
    const app = new At({ authStrategy: createAppAuth, auth: { appId: data.id, privateKey: data.pem } });
    expect((await app.rest.apps.getAuthenticated()).data?.events).toEqual(['push']);
  });

  it('is installed by an owner, and only asked for by others', async () => {
    const path = '/apps/second-foundry/installations/new';
    const fields = { state: 'xyz', account: 'harbour-goods', selection: 'all' };
    expect(await (await fetch(at(`${path}?state=xyz`))).text()).toContain('Only these');
    const request = new URL((await post(path, { ...fields, login: 'hana-sato' })).target);
    const installed = new URL((await post(path, { ...fields, login: 'mira-okafor' })).target);
    expect(request.searchParams.get('setup_action')).toBe('request');
    expect(request.searchParams.has('installation_id')).toBe(false);
    expect(Object.fromEntries(installed.searchParams)).toMatchObject({ state: 'xyz', setup_action: 'install' });
    expect(Number(installed.searchParams.get('installation_id'))).toBeGreaterThan(0);
  });

  it('forgets a code after an hour', async () => {
    const target = new URL((await post(create, { manifest, login: 'jonas-lind' })).target);
    await site.control('PUT', '/clock', { shiftSeconds: 3601 });
    const code = target.searchParams.get('code') ?? '';
    expect(await refusal(site.withToken('').rest.apps.createFromManifest({ code }))).toBe(404);
  });
});
