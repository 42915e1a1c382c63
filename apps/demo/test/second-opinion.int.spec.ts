import { createAppAuth } from '@octokit/auth-app';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from 'emulate';
import { Octokit } from 'octokit';
import { z } from 'zod';
import { refusal, TestGithub } from './running.js';

/** One GitHub, whoever wrote it. */
interface Site {
  readonly web: string;
  readonly api: string;
  readonly appId: number;
  readonly privateKey: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callback: string;
  readonly login: string;
  /** Where the page that chooses a person sends its form. */
  readonly form: string;
}

const Answer = z.record(z.string(), z.unknown());
const callback = 'http://127.0.0.1:3999/v1/auth/github/callback';

async function code(site: Site): Promise<{ code: string; state: string | null }> {
  const body = new URLSearchParams({
    client_id: site.clientId,
    redirect_uri: site.callback,
    state: 'mine',
    login: site.login,
  });
  const response = await fetch(site.web + site.form, { method: 'POST', body, redirect: 'manual' });
  const target = new URL(response.headers.get('location') ?? 'about:blank');
  return { code: target.searchParams.get('code') ?? '', state: target.searchParams.get('state') };
}

async function exchange(site: Site, fields: Record<string, string>) {
  const response = await fetch(`${site.web}/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: site.clientId, client_secret: site.clientSecret, ...fields }),
  });
  return { status: response.status, ...Answer.parse(await response.json()) };
}

/** What happens when an App signs in, as facts that can be compared. */
async function asApp(site: Site) {
  const at = { baseUrl: site.api, throttle: { enabled: false }, retry: { enabled: false } };
  const octokit = new Octokit({
    ...at,
    authStrategy: createAppAuth,
    auth: { appId: site.appId, privateKey: site.privateKey },
  });
  const app = await octokit.request('GET /app');
  const { data: installations } = await octokit.request('GET /app/installations');
  const [installation] = installations;
  const minted = await octokit.request('POST /app/installations/{installation_id}/access_tokens', {
    installation_id: installation?.id ?? 0,
    permissions: { contents: 'read' },
  });
  const forged = new Octokit({ ...at, auth: 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxIn0.AAAA' });
  // Looked at at once: a refusal that nobody waits for would end the test.
  const tooMuch = await refusal(
    octokit.request('POST /app/installations/{installation_id}/access_tokens', {
      installation_id: installation?.id ?? 0,
      permissions: { administration: 'write' },
    }),
  );
  return {
    app: { status: app.status, id: app.data?.id === site.appId },
    keys: {
      app: Object.keys(app.data ?? {}),
      installation: Object.keys(installation ?? {}),
      token: Object.keys(minted.data),
    },
    token: { status: minted.status, prefix: minted.data.token.slice(0, 4), permissions: minted.data.permissions },
    forged: [401, 404].includes((await refusal(forged.request('GET /app'))) ?? 0),
    tooMuch,
  };
}

/** What happens when a person signs in. */
async function asPerson(site: Site) {
  const first = await code(site);
  const good = Answer.parse(await exchange(site, { code: first.code }));
  const again = Answer.parse(await exchange(site, { code: first.code }));
  const wrong = Answer.parse(await exchange(site, { code: (await code(site)).code, client_secret: 'wrong' }));
  const octokit = new Octokit({ baseUrl: site.api, auth: good['access_token'], throttle: { enabled: false } });
  return {
    state: first.state,
    good: { status: good['status'], type: good['token_type'] },
    again: { status: again['status'], error: again['error'] },
    wrong: { status: wrong['status'], error: wrong['error'] },
    login: (await octokit.request('GET /user')).data.login === site.login,
  };
}

describe('the stand-in and emulate, a GitHub that someone else wrote, agree', () => {
  const own = new TestGithub();
  let emulator: Emulator | null = null;
  let theirs: Site | null = null;

  beforeAll(async () => {
    emulator = await createEmulator({
      service: 'github',
      port: 4870 + Number(process.env['JEST_WORKER_ID'] ?? 0),
      seed: {
        github: {
          users: [{ login: 'hana-sato' }],
          orgs: [{ login: 'harbour-goods' }],
          oauth_apps: [{ client_id: 'theirs', client_secret: 'secret', name: 'Foundry', redirect_uris: [callback] }],
          apps: [
            {
              app_id: 12_345,
              slug: 'foundry',
              name: 'Foundry',
              permissions: { contents: 'write', metadata: 'read' },
              events: ['push'],
              installations: [{ installation_id: 100, account: 'harbour-goods', repository_selection: 'all' }],
            },
          ],
        },
      },
    });
    const key = emulator.generatedSecrets.find(({ kind }) => kind === 'github.app_private_key')?.value ?? '';
    const [web, login] = [emulator.url, 'hana-sato'];
    const secrets = { appId: 12_345, privateKey: key, clientId: 'theirs', clientSecret: 'secret' };
    theirs = { web, api: web, ...secrets, callback, login, form: '/login/oauth/callback' };
  });
  afterAll(() => emulator?.close());

  const sites = (): { ours: Site; other: Site } => {
    if (!theirs) throw new Error('emulate did not start');
    const { webUrl: web, apiUrl: api } = own.running;
    const ours = { web, api, ...own.credentials, callback, login: 'hana-sato', form: '/login/oauth/authorize' };
    return { ours, other: theirs };
  };

  it('about an App, its JWT and its installation tokens', async () => {
    const { ours, other } = sites();
    const { keys, ...facts } = await asApp(ours);
    const { keys: theirKeys, ...theirFacts } = await asApp(other);
    expect(facts).toEqual(theirFacts);
    for (const kind of ['app', 'installation', 'token'] as const) {
      expect(keys[kind]).toEqual(expect.arrayContaining(theirKeys[kind]));
    }
  });

  it('about signing in: state, exchange, a used code and a wrong secret', async () => {
    const { ours, other } = sites();
    expect(await asPerson(ours)).toEqual(await asPerson(other));
  });
});
