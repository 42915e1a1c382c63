import { describe, expect, it } from '@jest/globals';
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
});
