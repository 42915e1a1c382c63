import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productAddresses, startGithub } from '../src/index.js';
import { eventually } from './eventually.js';
import { Receiver } from './receiver.js';
import { refusal, TestGithub } from './running.js';

const at = { owner: 'harbour-goods', repo: 'orders-api' };

describe('a restart', () => {
  const site = new TestGithub();

  it('keeps people, tokens, pull requests, installations and commits', async () => {
    const installation = await site.installationToken();
    const { access_token: person = '' } = await site.signIn('jonas-lind');
    const port = Number(new URL(site.running.webUrl).port);
    const { data: merged } = await site.withToken(person).rest.pulls.merge({ ...at, pull_number: 1 });
    await site.act('member.remove', { organization: at.owner, login: 'leo-marchetti' });
    const truth = await site.control('GET', '/truth');
    await site.stop();
    await site.start({ port, app: null });
    const octokit = site.withToken(person);
    expect((await site.control('GET', '/truth')).body).toBe(truth.body);
    expect((await octokit.rest.pulls.get({ ...at, pull_number: 1 })).data.merge_commit_sha).toBe(merged.sha);
    expect((await octokit.rest.repos.getCommit({ ...at, ref: 'main' })).data.sha).toBe(merged.sha);
    const members = await site.withToken(installation).rest.orgs.listMembers({ org: at.owner });
    expect(members.data.map(({ login }) => login)).not.toContain('leo-marchetti');
    expect((await site.app().octokit.rest.apps.getAuthenticated()).data?.id).toBe(site.credentials.appId);
    expect(await refusal(site.withToken('ghu_other').rest.users.getAuthenticated())).toBe(401);
  });

  it('moves the App to where the product is now', async () => {
    await site.stop();
    await site.start({ app: productAddresses('http://localhost:4999') });
    const { clientId: client_id } = site.credentials;
    const ask = async (product: string) => {
      const query = new URLSearchParams({ client_id, redirect_uri: `${product}/v1/auth/github/callback` });
      const address = `${site.running.webUrl}/login/oauth/authorize?${query.toString()}`;
      return (await fetch(address, { redirect: 'manual' })).status;
    };
    expect(await ask('http://localhost:4999')).toBe(200);
    expect(await ask('http://127.0.0.1:3999')).toBe(302);
    const { data } = await site.app().octokit.request('GET /app/hook/config');
    expect(data.url).toBe('http://localhost:4999/v1/webhooks/github');
  });

  it('takes another port when its own is in use, if it may', async () => {
    const port = Number(new URL(site.running.webUrl).port);
    const other = { folder: `${site.folder}/other`, port, seed: { kind: 'empty' } as const };
    await expect(startGithub(other)).rejects.toThrow('EADDRINUSE');
    const second = await startGithub({ ...other, orAnyPort: true });
    expect(second.webUrl).not.toBe(site.running.webUrl);
    expect((await fetch(`${second.apiUrl}/rate_limit`)).status).toBe(200);
    await second.close();
  });
});

describe('webhooks that are held from the start', () => {
  const receiver = new Receiver();
  const site = new TestGithub({ webhooks: 'paused', app: null });

  it('are sent once the product is there, the first installation included', async () => {
    await site.stop();
    const app = { ...productAddresses('http://localhost:4999'), webhookUrl: receiver.url };
    await site.start({ folder: join(site.folder, 'held'), app });
    await site.running.github.announcer.idle();
    expect(receiver.received).toEqual([]);
    site.running.deliver();
    await eventually(() => expect(receiver.actions('installation')).toEqual(['created']));
  });
});
