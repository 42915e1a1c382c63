import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.js';
import { Receiver } from './receiver.js';
import { refusal, TestGithub } from './running.js';

const run = promisify(execFile);
const at = { owner: 'harbour-goods', repo: 'storefront' };

describe('git over HTTP', () => {
  const receiver = new Receiver();
  const site = new TestGithub();
  let count = 0;

  const git = async (folder: string, ...args: string[]) => {
    const identity = ['-c', 'user.name=Hana Sato', '-c', 'user.email=hana@example.com'];
    const env = { PATH: process.env['PATH'], GIT_TERMINAL_PROMPT: '0', HOME: site.folder };
    return (await run('git', [...identity, ...args], { cwd: folder, env })).stdout.trim();
  };
  const address = (token: string, repo: string = at.repo) => {
    const url = new URL(`${site.running.webUrl}/${at.owner}/${repo}.git`);
    if (token) Object.assign(url, { username: 'x-access-token', password: token });
    return url.href;
  };
  const clone = async (token: string, ...args: string[]) => {
    const folder = join(site.folder, `clone-${(count += 1)}`);
    await git(site.folder, 'clone', '-q', ...args, address(token), folder);
    return folder;
  };
  const commit = async (folder: string, path: string) => {
    await writeFile(join(folder, path), `text ${count}\n`);
    await git(folder, 'add', '.');
    await git(folder, 'commit', '-qm', `Change ${path}`);
    return git(folder, 'rev-parse', 'HEAD');
  };
  const listen = () => site.control('PUT', '/webhooks', { url: receiver.url, mode: 'deliver' });

  it('clones a private repository with an installation token, whole or in part', async () => {
    const token = await site.installationToken({ permissions: { contents: 'read' } });
    expect(await git(await clone(token), 'log', '--oneline')).toContain('Add the basket');
    expect(await git(await clone(token, '--depth', '1', '--filter=blob:none'), 'rev-list', '--count', 'HEAD')).toBe(
      '1',
    );
  });

  it('draws objects that git itself finds whole', async () => {
    const folder = await clone(await site.installationToken());
    await git(folder, 'fetch', '-q', 'origin', '+refs/pull/*/head:refs/pull/*');
    expect(await git(folder, 'fsck', '--full', '--strict')).toBe('');
  });

  it.each([
    ['no token', '', /could not read Username|Authentication/],
    ['an unknown token', 'ghs_unknown', /Authentication failed|invalid/i],
  ])('refuses %s', async (_, token, message) => {
    await expect(clone(token)).rejects.toThrow(message);
  });

  it('says that a repository out of reach is not there', async () => {
    const token = await site.installationToken({ repositories: ['storefront'] });
    await expect(git(site.folder, 'ls-remote', address(token, 'payments'))).rejects.toThrow(/not found/);
  });

  it('refuses a push with read permission only', async () => {
    const folder = await clone(await site.installationToken({ permissions: { contents: 'read' } }));
    await commit(folder, 'refused.txt');
    await expect(git(folder, 'push', '-q', 'origin', 'HEAD:refused')).rejects.toThrow(
      /Write access to repository not granted|403/,
    );
  });

  it('refuses a push that touches a workflow, and takes the rest', async () => {
    const folder = await clone(await site.installationToken());
    await mkdir(join(folder, '.github', 'workflows'), { recursive: true });
    await commit(folder, '.github/workflows/build.yml');
    await expect(git(folder, 'push', '-q', 'origin', 'HEAD:with-workflow')).rejects.toThrow(
      /without `workflows` permission/,
    );
    await git(folder, 'reset', '-q', '--hard', 'origin/main');
    await commit(folder, 'harmless.txt');
    await git(folder, 'push', '-q', 'origin', 'HEAD:without-workflow');
  });

  it('tells create and push, and shows the branch, after a push', async () => {
    await listen();
    const token = await site.installationToken();
    const folder = await clone(token);
    const sha = await commit(folder, 'new.txt');
    await git(folder, 'push', '-q', 'origin', 'HEAD:new-branch');
    const { data } = await site.withToken(token).rest.repos.getBranch({ ...at, branch: 'new-branch' });
    expect(data.commit.sha).toBe(sha);
    await eventually(() =>
      expect(receiver.last('push').payload).toMatchObject({ ref: 'refs/heads/new-branch', after: sha, created: true }),
    );
    await eventually(() =>
      expect(receiver.last('create').payload).toMatchObject({ ref: 'new-branch', ref_type: 'branch' }),
    );
  });

  it('moves an open pull request with its branch, and keeps its head in refs/pull', async () => {
    await listen();
    const { access_token: token = '' } = await site.signIn('priya-raman');
    const folder = await clone(token, '--branch', 'gift-wrapping');
    const sha = await commit(folder, 'more.txt');
    await git(folder, 'push', '-q');
    const octokit = site.withToken(token);
    const [pull] = (await octokit.rest.pulls.list({ ...at, head: `${at.owner}:gift-wrapping` })).data;
    expect(pull?.head.sha).toBe(sha);
    expect(await git(folder, 'ls-remote', 'origin', `refs/pull/${pull?.number ?? 0}/head`)).toContain(sha);
    await eventually(() =>
      expect(receiver.last('pull_request').payload).toMatchObject({ action: 'synchronize', after: sha }),
    );
    expect(receiver.last('pull_request').payload['sender']).toMatchObject({ login: 'priya-raman' });
  });

  it('counts a pull request as merged when its commits reach the base, and as closed when its branch goes', async () => {
    const token = await site.installationToken();
    const octokit = site.withToken(token);
    const folder = await clone(token);
    for (const branch of ['reaches', 'goes']) {
      await git(folder, 'checkout', '-q', '-b', branch, 'origin/main');
      await commit(folder, `${branch}.txt`);
      await git(folder, 'push', '-q', 'origin', branch);
    }
    const open = (head: string) => octokit.rest.pulls.create({ ...at, head, base: 'main', title: head });
    const [reaches, goes] = [await open('reaches'), await open('goes')];
    await git(folder, 'push', '-q', 'origin', 'reaches:main', ':goes');
    const state = async (pull_number: number) => (await octokit.rest.pulls.get({ ...at, pull_number })).data;
    expect((await state(reaches.data.number)).merged).toBe(true);
    expect(await state(goes.data.number)).toMatchObject({ merged: false, state: 'closed' });
  });

  it('ends access with the token', async () => {
    const token = await site.installationToken();
    const folder = await clone(token);
    await site.withToken(token).rest.apps.revokeInstallationAccessToken();
    await expect(git(folder, 'fetch')).rejects.toThrow(/Authentication failed/);
    expect(await refusal(site.withToken(token).rest.repos.get(at))).toBe(401);
  });
});
