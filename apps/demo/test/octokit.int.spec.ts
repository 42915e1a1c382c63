import { describe, expect, it } from '@jest/globals';
import { organization } from '../src/seed/people.js';
import { refusal, TestGithub } from './running.js';

const owner = organization.login;

describe('GitHub as octokit sees it', () => {
  const site = new TestGithub();

  it('knows the App that signed the JWT, and where it is installed', async () => {
    const { octokit } = site.app();
    const { data: app } = await octokit.rest.apps.getAuthenticated();
    const { data: installations } = await octokit.rest.apps.listInstallations();
    expect(app?.slug).toBe('foundry');
    expect(installations.map(({ account }) => account?.id)).toHaveLength(1);
  });

  it('lets an installation page through all its repositories', async () => {
    const octokit = await site.app().getInstallationOctokit(await site.installationId());
    const rows = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, { per_page: 3 });
    expect(rows.map(({ name }) => name)).toContain('storefront');
    expect(rows).toHaveLength(8);
  });

  it('tells pages by Link, with the repository by its id', async () => {
    const octokit = site.withToken(await site.installationToken());
    const asked = { owner, repo: 'storefront', state: 'all' as const, per_page: 1 };
    const first = await octokit.rest.pulls.list(asked);
    expect(first.headers.link).toMatch(/\/api\/v3\/repositories\/\d+\/pulls\?.*page=2>; rel="next"/);
    expect(await octokit.paginate(octokit.rest.pulls.list, asked)).toHaveLength(4);
  });

  it('answers 304 to a known ETag, without counting it, to that token only', async () => {
    const token = await site.installationToken();
    const octokit = site.withToken(token);
    const first = await octokit.rest.pulls.list({ owner, repo: 'storefront' });
    const asked = { owner, repo: 'storefront', headers: { 'if-none-match': first.headers.etag ?? '' } };
    const before = await octokit.rest.rateLimit.get();
    expect(await refusal(octokit.rest.pulls.list(asked))).toBe(304);
    const after = await octokit.rest.rateLimit.get();
    expect(after.data.rate.used).toBe(before.data.rate.used);
    expect((await site.withToken(await site.installationToken()).rest.pulls.list(asked)).status).toBe(200);
  });

  it('counts every other call in the headers', async () => {
    const octokit = site.withToken(await site.installationToken());
    const one = await octokit.rest.apps.listReposAccessibleToInstallation();
    const two = await octokit.rest.apps.listReposAccessibleToInstallation();
    expect(Number(two.headers['x-ratelimit-remaining'])).toBe(Number(one.headers['x-ratelimit-remaining']) - 1);
  });

  it('refuses tokens that are unknown, deleted or older than an hour', async () => {
    const token = await site.installationToken();
    const octokit = site.withToken(token);
    expect(await refusal(site.withToken('ghs_unknown').rest.apps.listReposAccessibleToInstallation())).toBe(401);
    await octokit.rest.apps.revokeInstallationAccessToken();
    expect(await refusal(octokit.rest.apps.listReposAccessibleToInstallation())).toBe(401);
    const other = site.withToken(await site.installationToken());
    await site.control('PUT', '/clock', { shiftSeconds: 3601 });
    expect(await refusal(other.rest.apps.listReposAccessibleToInstallation())).toBe(401);
    await site.control('PUT', '/clock', { shiftSeconds: 0 });
    expect(await refusal(other.rest.apps.listReposAccessibleToInstallation())).toBeUndefined();
  });

  it('gives a narrowed token one repository and the permissions that were asked for', async () => {
    const token = await site.installationToken({ repositories: ['storefront'], permissions: { contents: 'read' } });
    const octokit = site.withToken(token);
    const { data } = await octokit.rest.apps.listReposAccessibleToInstallation();
    expect(data.repositories.map(({ name }) => name)).toEqual(['storefront']);
    expect(await refusal(octokit.rest.repos.get({ owner, repo: 'orders-api' }))).toBe(404);
    expect(await refusal(octokit.rest.pulls.list({ owner, repo: 'storefront' }))).toBe(403);
    expect(await refusal(site.installationToken({ permissions: { administration: 'write' } }))).toBe(422);
    expect(await refusal(site.installationToken({ repositories: ['of-nobody'] }))).toBe(422);
  });

  it('reads members by role, and refuses without the permission', async () => {
    const octokit = site.withToken(await site.installationToken());
    const admins = await octokit.rest.orgs.listMembers({ org: owner, role: 'admin' });
    expect(admins.data.map(({ login }) => login).sort()).toEqual(['jonas-lind', 'mira-okafor']);
    const narrow = site.withToken(await site.installationToken({ permissions: { contents: 'read' } }));
    expect(await refusal(narrow.rest.orgs.listMembers({ org: owner }))).toBe(403);
  });

  it('lets a person do only what both the person and the App may', async () => {
    const mira = site.withToken((await site.signIn('mira-okafor'))['access_token'] ?? '');
    const stranger = site.withToken((await site.signIn('sunniva-dahl'))['access_token'] ?? '');
    expect((await mira.rest.repos.get({ owner, repo: 'payments' })).data.permissions?.admin).toBe(true);
    expect(await refusal(stranger.rest.repos.get({ owner, repo: 'payments' }))).toBe(404);
    expect((await stranger.rest.repos.get({ owner, repo: 'orders-api' })).data.permissions?.push).toBe(false);
    expect(await refusal(stranger.rest.pulls.merge({ owner, repo: 'orders-api', pull_number: 1 }))).toBe(403);
  });

  it('redirects the old name of a renamed repository', async () => {
    await site.act('repository.rename', { repository: `${owner}/handbook`, name: 'how-we-work' });
    const octokit = site.withToken(await site.installationToken());
    const { data } = await octokit.rest.repos.get({ owner, repo: 'handbook' });
    expect(data.full_name).toBe(`${owner}/how-we-work`);
  });

  it('makes a draft ready by GraphQL', async () => {
    const octokit = site.withToken((await site.signIn('priya-raman'))['access_token'] ?? '');
    const { data } = await octokit.rest.pulls.list({ owner, repo: 'storefront' });
    const draft = data.find((pull) => pull.draft);
    await octokit.graphql(
      'mutation($id: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $id}) { pullRequest { isDraft } } }',
      {
        id: draft?.node_id ?? '',
      },
    );
    const after = await octokit.rest.pulls.get({ owner, repo: 'storefront', pull_number: draft?.number ?? 0 });
    expect(after.data.draft).toBe(false);
  });
});
