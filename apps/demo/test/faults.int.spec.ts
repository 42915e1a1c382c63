import { describe, expect, it } from '@jest/globals';
import { refusal, TestGithub } from './running.js';

const at = { owner: 'harbour-goods', repo: 'payments' };

describe('faults on request', () => {
  const site = new TestGithub();
  const octokit = async () => site.withToken(await site.installationToken());
  const fault = (fields: object) => site.control('POST', '/faults', fields);
  const heal = () => site.control('DELETE', '/faults');

  it('answers 404 for one repository and well for the others', async () => {
    const asking = await octokit();
    await fault({ kind: 'missing', path: '/repos/harbour-goods/payments' });
    expect(await refusal(asking.rest.pulls.list(at))).toBe(404);
    expect(await refusal(asking.rest.pulls.list({ ...at, repo: 'storefront' }))).toBeUndefined();
    await heal();
    expect(await refusal(asking.rest.pulls.list(at))).toBeUndefined();
  });

  it('answers 5xx as often as it is told', async () => {
    const asking = await octokit();
    await fault({ kind: 'error', status: 502, times: 2, path: '/pulls' });
    expect(await refusal(asking.rest.pulls.list(at))).toBe(502);
    expect(await refusal(asking.rest.pulls.list(at))).toBe(502);
    expect(await refusal(asking.rest.pulls.list(at))).toBeUndefined();
  });

  it('says when to come back after a secondary limit', async () => {
    const asking = await octokit();
    await fault({ kind: 'secondary', retryAfter: 90, times: 1 });
    await expect(asking.rest.pulls.list(at)).rejects.toMatchObject({
      status: 403,
      response: {
        headers: { 'retry-after': '90' },
        data: { message: expect.stringContaining('secondary rate limit') },
      },
    });
  });

  it('refuses when nothing is left of the hour, and starts again after it', async () => {
    const asking = await octokit();
    await site.control('PUT', '/rate-limits', {
      budget: `installation:${await site.installationId()}`,
      remaining: 1,
      resetIn: 60,
    });
    expect(await refusal(asking.rest.pulls.list(at))).toBeUndefined();
    await expect(asking.rest.pulls.list(at)).rejects.toMatchObject({
      status: 403,
      response: { headers: { 'x-ratelimit-remaining': '0' } },
    });
    await site.control('PUT', '/clock', { shiftSeconds: 61 });
    expect(await refusal(asking.rest.pulls.list(at))).toBeUndefined();
    await site.control('PUT', '/clock', { shiftSeconds: 0 });
    await site.control('DELETE', '/rate-limits');
  });

  it('takes tokens back', async () => {
    const asking = await octokit();
    const { access_token: token = '' } = await site.signIn('hana-sato');
    await site.control('POST', '/tokens/revoke', { login: 'hana-sato' });
    expect(await refusal(site.withToken(token).rest.users.getAuthenticated())).toBe(401);
    expect(await refusal(asking.rest.pulls.list(at))).toBeUndefined();
    await site.control('POST', '/tokens/revoke', {});
    expect(await refusal(asking.rest.pulls.list(at))).toBe(401);
  });

  it('does the work and loses the answer', async () => {
    const { access_token: access = '', refresh_token: refresh = '' } = await site.signIn('hana-sato');
    await fault({ kind: 'lost', path: '/login/oauth/access_token', times: 1 });
    const asked = { grant_type: 'refresh_token', refresh_token: refresh };
    await expect(site.exchange(asked)).rejects.toThrow();
    expect(await site.exchange(asked)).toMatchObject({ error: 'bad_refresh_token' });
    expect(await refusal(site.withToken(access).rest.users.getAuthenticated())).toBe(401);
  });

  it('counts calls for whoever measures', async () => {
    const asking = await octokit();
    await site.control('DELETE', '/calls');
    const { headers } = await asking.rest.pulls.list(at);
    await refusal(asking.rest.pulls.list({ ...at, headers: { 'if-none-match': headers.etag ?? '' } }));
    const { body } = await site.control('GET', '/calls');
    expect(JSON.parse(body)).toMatchObject({ total: 2, counted: 1, notModified: 1 });
  });

  it('offers no control unless it was asked for', async () => {
    await site.stop();
    await site.start({ control: false });
    expect((await site.control('GET', '/truth')).status).toBe(404);
  });
});
