import { describe, expect, it } from '@jest/globals';
import { refusal, TestGithub } from './running.js';

const at = { owner: 'harbour-goods', repo: 'orders-api' };

describe('pull requests', () => {
  const site = new TestGithub();
  const as = async (login: string) => site.withToken((await site.signIn(login))['access_token'] ?? '');

  const branchWith = async (branch: string, path: string, text: string) => {
    const octokit = await as('tomas-vega');
    const main = await octokit.rest.git.getRef({ ...at, ref: 'heads/main' });
    await octokit.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: main.data.object.sha });
    const content = Buffer.from(text).toString('base64');
    await octokit.rest.repos.createOrUpdateFileContents({ ...at, branch, path, content, message: `Write ${path}` });
    return octokit;
  };

  it('opens one, and refuses a second for the same branches, one without commits, and one without a branch', async () => {
    const octokit = await branchWith('first', 'first.md', 'one\n');
    const asked = { ...at, head: 'first', base: 'main', title: 'First' };
    const { data } = await octokit.rest.pulls.create(asked);
    expect(data).toMatchObject({ state: 'open', mergeable: true, commits: 1, changed_files: 1, additions: 1 });
    expect(data.user.login).toBe('tomas-vega');
    expect(await refusal(octokit.rest.pulls.create(asked))).toBe(422);
    expect(await refusal(octokit.rest.pulls.create({ ...asked, head: 'main' }))).toBe(422);
    expect(await refusal(octokit.rest.pulls.create({ ...asked, head: 'nowhere' }))).toBe(422);
  });

  it('asks approving reviews of others where the base branch is protected', async () => {
    const octokit = await branchWith('reviewed', 'reviewed.md', 'text\n');
    await site.act('branch.protect', { repository: 'harbour-goods/orders-api', branch: 'main', approvals: 1 });
    const { data } = await octokit.rest.pulls.create({ ...at, head: 'reviewed', base: 'main', title: 'Reviewed' });
    expect(data.mergeable_state).toBe('blocked');
    const asked = { ...at, pull_number: data.number };
    await expect(octokit.rest.pulls.merge(asked)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('At least 1 approving review is required'),
    });
    const review = { repository: 'harbour-goods/orders-api', number: data.number, state: 'APPROVED' };
    await site.act('pull.review', { ...review, by: 'jonas-lind' });
    expect((await octokit.rest.pulls.get(asked)).data.mergeable_state).toBe('clean');
    await octokit.rest.pulls.merge(asked);
    await site.act('branch.protect', { repository: 'harbour-goods/orders-api', branch: 'main', approvals: 0 });
  });

  it.each(['merge', 'squash', 'rebase'] as const)(
    'merges by %s, only at the head that was seen',
    async (merge_method) => {
      const octokit = await branchWith(`by-${merge_method}`, `${merge_method}.md`, 'text\n');
      const { data: pull } = await octokit.rest.pulls.create({
        ...at,
        head: `by-${merge_method}`,
        base: 'main',
        title: merge_method,
      });
      const asked = { ...at, pull_number: pull.number, merge_method };
      expect(await refusal(octokit.rest.pulls.merge({ ...asked, sha: '0'.repeat(40) }))).toBe(409);
      const { data } = await octokit.rest.pulls.merge({ ...asked, sha: pull.head.sha });
      const commit = await octokit.rest.repos.getCommit({ ...at, ref: 'main' });
      expect(commit.data.sha).toBe(data.sha);
      expect(commit.data.parents).toHaveLength(merge_method === 'merge' ? 2 : 1);
      expect((await octokit.rest.pulls.get({ ...at, pull_number: pull.number })).data.merged).toBe(true);
      expect(await refusal(octokit.rest.pulls.merge(asked))).toBe(405);
    },
  );

  it('knows a conflict, and refuses to merge it', async () => {
    const octokit = await branchWith('ours', 'same.md', 'ours\n');
    await branchWith('theirs', 'same.md', 'theirs\n');
    const open = (head: string) => octokit.rest.pulls.create({ ...at, head, base: 'main', title: head });
    const [ours, theirs] = [await open('ours'), await open('theirs')];
    await octokit.rest.pulls.merge({ ...at, pull_number: ours.data.number });
    const { data } = await octokit.rest.pulls.get({ ...at, pull_number: theirs.data.number });
    expect(data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    expect(await refusal(octokit.rest.pulls.merge({ ...at, pull_number: theirs.data.number }))).toBe(405);
  });

  it('brings a branch up to date with its base', async () => {
    const octokit = await branchWith('behind', 'behind.md', 'text\n');
    const { data: pull } = await octokit.rest.pulls.create({ ...at, head: 'behind', base: 'main', title: 'Behind' });
    const other = await branchWith('ahead', 'ahead.md', 'text\n');
    const { data: ahead } = await other.rest.pulls.create({ ...at, head: 'ahead', base: 'main', title: 'Ahead' });
    await other.rest.pulls.merge({ ...at, pull_number: ahead.number });
    const compare = () => octokit.rest.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...behind' });
    expect((await compare()).data).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 2 });
    await octokit.rest.pulls.updateBranch({ ...at, pull_number: pull.number, expected_head_sha: pull.head.sha });
    expect((await compare()).data).toMatchObject({ status: 'ahead', behind_by: 0 });
    expect((await octokit.rest.pulls.get({ ...at, pull_number: pull.number })).data.head.sha).not.toBe(pull.head.sha);
  });

  it('merges one from a fork', async () => {
    const octokit = await as('jonas-lind');
    const open = await octokit.rest.pulls.list(at);
    const forked = open.data.find(({ head }) => head.repo.fork);
    expect(forked?.head.label).toBe('sunniva-dahl:typo-in-readme');
    const { data } = await octokit.rest.pulls.merge({ ...at, pull_number: forked?.number ?? 0 });
    expect(data.merged).toBe(true);
  });

  it('edits, closes, reopens; and reads files and contents', async () => {
    const octokit = await branchWith('edited', 'docs/deep/file.md', 'hello\n');
    const { data: pull } = await octokit.rest.pulls.create({ ...at, head: 'edited', base: 'main', title: 'Edited' });
    const asked = { ...at, pull_number: pull.number };
    const change = async (fields: object) => (await octokit.rest.pulls.update({ ...asked, ...fields })).data;
    expect(await change({ title: 'Better', body: 'text' })).toMatchObject({ title: 'Better', body: 'text' });
    expect(await change({ state: 'closed' })).toMatchObject({ state: 'closed', merged: false });
    expect(await change({ state: 'open' })).toMatchObject({ state: 'open', closed_at: null });
    const files = await octokit.rest.pulls.listFiles(asked);
    expect(files.data).toMatchObject([
      { filename: 'docs/deep/file.md', status: 'added', patch: expect.stringContaining('+hello') },
    ]);
    const { data } = await octokit.rest.repos.getContent({ ...at, path: 'docs/deep/file.md', ref: 'edited' });
    expect(data).toMatchObject({ type: 'file', content: Buffer.from('hello\n').toString('base64') });
    expect(await refusal(octokit.rest.repos.getContent({ ...at, path: 'docs/deep/file.md' }))).toBe(404);
  });

  it('deletes a branch, and its pull request is closed', async () => {
    const octokit = await branchWith('short-lived', 'x.md', 'x\n');
    const { data } = await octokit.rest.pulls.create({ ...at, head: 'short-lived', base: 'main', title: 'x' });
    await octokit.rest.git.deleteRef({ ...at, ref: 'heads/short-lived' });
    expect((await octokit.rest.pulls.get({ ...at, pull_number: data.number })).data.state).toBe('closed');
    expect(await refusal(octokit.rest.git.deleteRef({ ...at, ref: 'heads/short-lived' }))).toBe(422);
  });
});
