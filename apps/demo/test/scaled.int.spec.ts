import { describe, expect, it } from '@jest/globals';
import { TestGithub } from './running.js';

describe('an organization of 500 repositories, 5,000 pull requests and 200 members', () => {
  const scale = { repositories: 500, pulls: 5000, members: 200 };
  const site = new TestGithub({ seed: { kind: 'scaled', scale } });

  it('is listed whole, without a git repository being made', async () => {
    const octokit = await site.app().getInstallationOctokit(await site.installationId());
    const repositories = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, { per_page: 100 });
    const members = await octokit.paginate(octokit.rest.orgs.listMembers, { org: 'atlas', per_page: 100 });
    expect(repositories).toHaveLength(500);
    expect(members).toHaveLength(200);
    expect(repositories.reduce((sum, { open_issues_count: open }) => sum + open, 0)).toBe(5000);
    expect(repositories.filter(({ open_issues_count: open }) => open === 0).length).toBeGreaterThan(50);
  });

  it('makes the git repository when someone asks, with the commits that the list named', async () => {
    const octokit = await site.app().getInstallationOctokit(await site.installationId());
    const [repository] = (await octokit.rest.apps.listReposAccessibleToInstallation()).data.repositories;
    const at = { owner: 'atlas', repo: repository?.name ?? '' };
    const [pull] = (await octokit.rest.pulls.list(at)).data;
    const { data } = await octokit.rest.pulls.get({ ...at, pull_number: pull?.number ?? 0 });
    const branch = await octokit.rest.repos.getBranch({ ...at, branch: pull?.head.ref ?? '' });
    expect(data).toMatchObject({ mergeable: true, commits: 1, changed_files: 1 });
    expect(branch.data.commit.sha).toBe(pull?.head.sha);
  });
});
