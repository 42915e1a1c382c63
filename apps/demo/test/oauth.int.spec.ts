import { describe, expect, it } from '@jest/globals';
import { challengeOf, product, refusal, TestGithub } from './running.js';

const verifier = 'a-verifier-that-is-long-enough-to-be-one-0123456789';

describe('signing in', () => {
  const site = new TestGithub();

  it('shows the people to choose from, without any script', async () => {
    const { clientId } = site.credentials;
    const response = await fetch(`${site.running.webUrl}/login/oauth/authorize?client_id=${clientId}&state=s`);
    const page = await response.text();
    expect(page).toContain('Mira Okafor');
    expect(page).toContain('lang="en"');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${site.running.webUrl}/avatars/u/1002`)).headers.get('content-type')).toContain(
      'image/svg+xml',
    );
  });

  it('returns to the registered callback with the state', async () => {
    const location = await site.authorize({ login: 'hana-sato' });
    expect(location.origin + location.pathname).toBe(`${product}/v1/auth/github/callback`);
    expect(location.searchParams.get('state')).toBe('a-state');
  });

  it('says so when the person cancels or the callback is a stranger', async () => {
    const cancelled = await site.authorize({ decision: 'cancel' });
    const elsewhere = await site.authorize({ login: 'hana-sato', redirect_uri: 'https://evil.example/' });
    expect(cancelled.searchParams.get('error')).toBe('access_denied');
    expect(elsewhere.origin).toBe(product);
    expect(elsewhere.searchParams.get('error')).toBe('redirect_uri_mismatch');
  });

  it('gives a token of eight hours for a code with its verifier, once', async () => {
    const code = await site.code('hana-sato', challengeOf(verifier));
    const tokens = await site.exchange({ code, code_verifier: verifier });
    expect(tokens).toMatchObject({ token_type: 'bearer', scope: '', expires_in: '28800' });
    const { data } = await site.withToken(tokens['access_token'] ?? '').rest.users.getAuthenticated();
    expect(data.login).toBe('hana-sato');
    expect(await site.exchange({ code, code_verifier: verifier })).toMatchObject({ error: 'bad_verification_code' });
  });

  it('uses a code up when the verifier is wrong', async () => {
    const code = await site.code('hana-sato', challengeOf(verifier));
    expect(await site.exchange({ code, code_verifier: 'another' })).toMatchObject({ error: 'bad_verification_code' });
    expect(await site.exchange({ code, code_verifier: verifier })).toMatchObject({ error: 'bad_verification_code' });
  });

  it('refuses a code after ten minutes and a wrong client secret at once', async () => {
    const code = await site.code('hana-sato', challengeOf(verifier));
    const secret = await site.exchange({ code, code_verifier: verifier, client_secret: 'wrong' });
    expect(secret).toMatchObject({ error: 'incorrect_client_credentials' });
    await site.control('PUT', '/clock', { shiftSeconds: 601 });
    const late = await site.exchange({ code, code_verifier: verifier });
    await site.control('PUT', '/clock', { shiftSeconds: 0 });
    expect(late).toMatchObject({ error: 'bad_verification_code' });
  });

  it('replaces both tokens at a refresh, and ends the old ones', async () => {
    const old = await site.signIn('hana-sato');
    const refresh = { grant_type: 'refresh_token', refresh_token: old['refresh_token'] ?? '' };
    const fresh = await site.exchange(refresh);
    expect(await refusal(site.withToken(old['access_token'] ?? '').rest.users.getAuthenticated())).toBe(401);
    expect(await refusal(site.withToken(fresh['access_token'] ?? '').rest.users.getAuthenticated())).toBeUndefined();
    expect(await site.exchange(refresh)).toMatchObject({ error: 'bad_refresh_token' });
  });

  it('narrows a person’s token to one repository, and ends it on request', async () => {
    const { clientId, clientSecret } = site.credentials;
    const { access_token: parent = '' } = await site.signIn('tomas-vega');
    const basic = `basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const app = site.withToken('').request.defaults({ headers: { authorization: basic } });
    const { data } = await app('POST /applications/{client_id}/token/scoped', {
      client_id: clientId,
      access_token: parent,
      target: 'harbour-goods',
      repositories: ['payments'],
      permissions: { contents: 'write', pull_requests: 'write', metadata: 'read' },
    });
    const narrow = site.withToken(data.token);
    const at = { owner: 'harbour-goods' };
    expect(data.installation?.repository_selection).toBe('selected');
    expect(await refusal(narrow.rest.repos.get({ ...at, repo: 'payments' }))).toBeUndefined();
    expect(await refusal(narrow.rest.repos.get({ ...at, repo: 'storefront' }))).toBe(404);
    await app('DELETE /applications/{client_id}/token', { client_id: clientId, access_token: data.token });
    expect(await refusal(narrow.rest.repos.get({ ...at, repo: 'payments' }))).toBe(401);
    expect(await refusal(site.withToken(parent).rest.users.getAuthenticated())).toBeUndefined();
  });

  it('ends every token of a person whose grant is deleted', async () => {
    const { clientId, clientSecret } = site.credentials;
    const { access_token: token = '' } = await site.signIn('leo-marchetti');
    const basic = `basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    await site.withToken('').request('DELETE /applications/{client_id}/grant', {
      client_id: clientId,
      access_token: token,
      headers: { authorization: basic },
    });
    expect(await refusal(site.withToken(token).rest.users.getAuthenticated())).toBe(401);
  });
});
