import { randomUUID } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@foundry/messaging/testing';
import { BranchPushed, OpenPullRequest } from '@foundry/github-data/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  NotePullRequest,
  PublishTask,
  PushTask,
  RetryOperation,
  RevertFile,
  SyncTask,
} from '../src/contracts/index.js';
import { tasksOnBranches } from '../src/reactions/branch-rows.js';
import { OnBranchPushed } from '../src/reactions/github-reactions.js';
import { askedOfGithub } from '../src/testing/github.js';
import { AS_ANA, BRANCH, FOUNDRY, RepositoryDesk } from '../src/testing/repository-desk.js';
import { ACME, ANA } from '../src/testing/tasks.js';

describe('operations on a repository', () => {
  let desk: RepositoryDesk;

  beforeAll(async () => {
    desk = await RepositoryDesk.start();
  });
  afterAll(() => desk.kernel.stop());
  beforeEach(() => desk.begin());
  afterEach(() => desk.end());

  it('keep three local commits, count them, and send them', async () => {
    const shas: string[] = [];
    for (const n of [1, 2, 3]) {
      await desk.machine.write({ [`file ${String(n)}`]: 'x\n' });
      shas.push(await desk.machine.commit(`Change ${String(n)}`));
    }
    expect(await desk.readAll()).toMatchObject({ ahead: 3, behind: 0, unpushed: 3, dirty: false, files: 3, added: 3 });
    const pushed = await desk.push();
    expect(pushed).toMatchObject({ state: 'succeeded', result: { outcome: 'pushed', headSha: shas[2] } });
    expect(await desk.machine.atRemote('rev-list', '--reverse', `main..refs/heads/${BRANCH}`)).toBe(shas.join('\n'));
    expect(await desk.machine.run(desk.machine.root, 'ls')).not.toMatch(/^x$/m);
    await eventually(async () => {
      expect(await desk.changeRows().changes(desk.taskId)).toMatchObject({ state: 'current', unpushed: 0 });
    });
    expect(desk.audit.kinds).toContain('task.pushed');
    expect((await desk.rows().detail(desk.taskId))?.task).toMatchObject({
      owner: { person: ANA, reason: 'operation' },
      unpushed: 0,
    });
    expect(await desk.push()).toMatchObject({ state: 'succeeded', result: { outcome: 'nothing' } });
  });

  it('know whether the branch came to GitHub by them', async () => {
    const made = async () => (await desk.rows().detail(desk.taskId))?.task.branchMade;
    await desk.machine.write({ 'mine.txt': 'mine\n' });
    await desk.machine.commit('Mine');
    await desk.machine.atRemote('branch', BRANCH, 'main');
    expect(await desk.push()).toMatchObject({ state: 'succeeded' });
    expect(await made()).toBe(false);
    await desk.machine.atRemote('update-ref', '-d', `refs/heads/${BRANCH}`);
    expect(await desk.push()).toMatchObject({ state: 'succeeded' });
    expect(await made()).toBe(true);
  }, 60_000);

  it('read five entries exactly, with their counts and patches', async () => {
    await desk.machine.write({ 'README.md': 'Hello\nyou\n' });
    await desk.machine.commit('Greet');
    await desk.machine.write({ 'gone.txt': 'one\nTWO\n', 'a "b" ü.txt': 'new\n', untracked: 'a\nb\n' });
    await desk.machine.git('add', 'gone.txt');
    await desk.machine.git('mv', 'old.txt', 'new name.txt');
    const before = await desk.machine.state();
    expect(await desk.readAll()).toMatchObject({
      files: 5,
      added: 5,
      removed: 1,
      ahead: 1,
      dirty: true,
      truncated: false,
    });
    expect(await desk.machine.state()).toBe(before);
    const files = await desk.changeRows().files(desk.taskId, 'all');
    expect(files).toEqual([
      expect.objectContaining({ path: 'README.md', status: 'M', uncommitted: false, added: 1, removed: 0 }),
      expect.objectContaining({ path: 'a "b" ü.txt', status: 'A', uncommitted: true, added: 1, patch: 'text' }),
      expect.objectContaining({ path: 'gone.txt', status: 'M', uncommitted: true, added: 1, removed: 1 }),
      expect.objectContaining({ path: 'new name.txt', oldPath: 'old.txt', status: 'R', uncommitted: true, added: 0 }),
      expect.objectContaining({ path: 'untracked', status: 'A', uncommitted: true, added: 2, oldMode: '000000' }),
    ]);
    expect(await desk.changeRows().files(desk.taskId, 'uncommitted')).toHaveLength(4);
    const patch = await desk.changeRows().patch(desk.taskId, 'a "b" ü.txt');
    expect(patch).toEqual({ path: 'a "b" ü.txt', state: 'text', patch: '@@ -0,0 +1 @@\n+new\n' });
  });

  it('publish what was not committed, once', async () => {
    await desk.machine.write({ 'greeting.txt': 'Good day\n' });
    const operationId = randomUUID();
    const publish = new PublishTask({
      ...desk.acted(),
      operationId,
      title: 'Greet',
      commitMessage: 'Greet people\n\n# All',
    });
    await desk.kernel.handled(publish, AS_ANA);
    await desk.kernel.handled(publish, AS_ANA);
    await desk.identified(operationId);
    expect(await desk.ended(operationId)).toMatchObject({ state: 'succeeded', result: { number: 7, existing: false } });
    expect(await desk.kernel.handled(publish, AS_ANA)).toMatchObject({ state: 'succeeded' });
    const again = randomUUID();
    await desk.kernel.handled(new PublishTask({ ...desk.acted(), operationId: again, title: 'Greet' }), AS_ANA);
    await desk.identified(again);
    expect(await desk.ended(again)).toMatchObject({ state: 'succeeded', result: { outcome: 'done', existing: true } });
    const opened = askedOfGithub.filter(({ payload }) => payload.taskId === desk.taskId);
    expect(opened).toHaveLength(2);
    expect(opened[0]).toBeInstanceOf(OpenPullRequest);
    expect(opened[0]?.payload).toMatchObject({ branch: BRANCH, base: 'main', title: 'Greet', userId: ANA.userId });
    const [author, message] = (await desk.machine.atRemote('log', '-1', '--format=%an <%ae>%n%B', BRANCH)).split('\n');
    expect([author, message]).toEqual(['Ana Anders <ana@example.test>', 'Greet people']);
    expect((await desk.rows().detail(desk.taskId))?.task.pullRequest).toMatchObject({ number: 7, state: 'open' });
  });

  it('take names, addresses, paths and messages with the syntax of shells for what they are', async () => {
    const name = `x;id $(touch x) \`touch x\` "q" 'ü' & 日本`;
    const email = 'a"b$(touch x);ü@example.test';
    const path = `a "b" $(touch x);'ü'\n--日本 .txt`;
    const commitMessage = `Say "$(touch x)" 'ü'\n\n\`touch x\` ; 日本 && exit`;
    for (const [key, value] of Object.entries({ name, email })) {
      await desk.machine.run(
        desk.machine.home,
        'git',
        'config',
        '--file',
        join(desk.machine.home, '.gitconfig'),
        `user.${key}`,
        value,
      );
    }
    await desk.machine.write({ [path]: 'new\n' });
    expect(await desk.push({ commitMessage })).toMatchObject({ state: 'succeeded', result: { outcome: 'pushed' } });
    const said = await desk.machine.atRemote('log', '-1', '--format=%an%x00%ae%x00%cn%x00%ce%x00%B', BRANCH);
    expect(said.split('\0')).toEqual([name, email, name, email, `${commitMessage}\n`]);
    const paths = (await desk.machine.atRemote('ls-tree', '-z', '--name-only', BRANCH)).split('\0');
    expect(paths).toEqual(['README.md', path, 'gone.txt', 'old.txt', '']);
    await desk.readAll();
    expect((await desk.changeRows().files(desk.taskId, 'all')).map((file) => file.path)).toEqual([path]);
    for (const folder of [desk.machine.root, desk.machine.home, desk.machine.repository, desk.machine.remote]) {
      expect(await desk.machine.run(folder, 'ls')).not.toMatch(/^x$/m);
    }
  }, 60_000);

  it('leave everything as it was when the push is refused, and tell everybody why', async () => {
    const hook = join(desk.machine.remote, 'hooks/pre-receive');
    const words = 'error: GH006: Protected branch update failed for refs/heads/work.';
    await writeFile(hook, `#!/bin/sh\necho "${words}" >&2\necho "error: At least 1 review is required." >&2\nexit 1\n`);
    await chmod(hook, 0o755);
    await desk.machine.write({ 'greeting.txt': 'Good day\n', 'README.md': 'Hi\n' });
    await desk.machine.git('add', 'README.md');
    const before = await desk.machine.state();
    const refused = await desk.push({ commitMessage: 'Greet' });
    expect(refused).toMatchObject({ state: 'failed', code: 'push.protected_branch', retryable: true });
    expect(refused.reason).toContain('1 review is required');
    expect(await desk.machine.state()).toBe(before);
    expect((await desk.rows().detail(desk.taskId))?.task).toMatchObject({
      status: 'error',
      failure: { code: 'push.protected_branch' },
    });
    await chmod(hook, 0o644);
    const { operationId } = refused;
    await desk.kernel.handled(new RetryOperation({ ...desk.acted(), operationId }), AS_ANA);
    await desk.identified(operationId, 2);
    expect(await desk.ended(operationId)).toMatchObject({ state: 'succeeded', result: { outcome: 'pushed' } });
    expect((await desk.rows().detail(desk.taskId))?.task).toMatchObject({ failure: null });
  });

  it('never replace commits of others, unless at the commit that the person saw', async () => {
    await desk.machine.write({ mine: 'x\n' });
    await desk.machine.commit('Mine');
    const theirs = await desk.machine.commitElsewhere(BRANCH, { theirs: 'y\n' });
    expect(await desk.push()).toMatchObject({ state: 'failed', code: 'push.non_fast_forward' });
    const wrong = { kind: 'with_lease' as const, expectedSha: 'f'.repeat(40) };
    expect(await desk.push({ force: wrong })).toMatchObject({ state: 'failed', code: 'push.non_fast_forward' });
    expect(await desk.machine.atRemote('rev-parse', BRANCH)).toBe(theirs);
    expect(await desk.push({ force: { ...wrong, expectedSha: theirs } })).toMatchObject({ state: 'succeeded' });
  });

  const sync = async (method: 'merge' | 'rebase' = 'merge') => {
    const operationId = randomUUID();
    await desk.kernel.handled(new SyncTask({ ...desk.acted(), operationId, method }), AS_ANA);
    await desk.identified(operationId);
    await desk.saved(operationId);
    return desk.ended(operationId);
  };

  it.each(['merge', 'rebase'] as const)(
    '%s what is new, or leave every byte at a conflict',
    async (method) => {
      await desk.machine.commitElsewhere('main', { 'fresh.txt': 'new\n' });
      expect(await sync(method)).toMatchObject({ state: 'succeeded', result: { outcome: 'fast_forward' } });
      await desk.machine.write({ 'mine.txt': 'mine\n' });
      await desk.machine.commit('Mine');
      await desk.machine.commitElsewhere('main', { 'other.txt': 'other\n' });
      await desk.machine.write({ 'un tracked': 'kept\n' });
      const outcome = method === 'merge' ? 'merged' : 'rebased';
      expect(await sync(method)).toMatchObject({ state: 'succeeded', result: { outcome } });
      expect(await desk.machine.git('ls-files')).toContain('other.txt');
      expect(await readFile(join(desk.machine.repository, 'un tracked'), 'utf8')).toBe('kept\n');
      expect(await sync(method)).toMatchObject({ state: 'succeeded', result: { outcome: 'nothing' } });

      await desk.machine.write({ 'README.md': 'Here\n' });
      await desk.machine.git('commit', '--quiet', '--message', 'Here', 'README.md');
      await desk.machine.commitElsewhere('main', { 'README.md': 'There\n' });
      await desk.machine.write({ 'gone.txt': 'not committed\n' });
      const before = await desk.machine.state();
      expect(await sync(method)).toMatchObject({ state: 'failed', code: 'sync.conflict', paths: ['README.md'] });
      expect(await desk.machine.state()).toBe(before);
      expect(await desk.machine.git('worktree', 'list')).not.toContain('\n');
    },
    60_000,
  );

  it('take the branch of a fork from its pull request, and push it nowhere', async () => {
    await desk.kernel.database
      .sql`update task.tasks set fork = true, trusted_by = ${ANA.userId} where task_id = ${desk.taskId}`;
    const facts = { title: 'Theirs', url: null, state: 'open' as const, draft: false, baseBranch: 'main', version: 3 };
    const theirs = await desk.machine.commitElsewhere('of-the-fork', { 'theirs.txt': 'x\n' });
    await desk.machine.atRemote('update-ref', 'refs/pull/4/head', theirs);
    const pullRequest = { ...facts, number: 4, headSha: theirs };
    await desk.kernel.handled(new NotePullRequest({ ...desk.named(), pullRequest }), FOUNDRY);
    const namesake = await desk.machine.commitElsewhere(BRANCH, { 'namesake.txt': 'y\n' });
    expect(await sync()).toMatchObject({ state: 'succeeded', result: { outcome: 'fast_forward', headSha: theirs } });
    expect(await desk.machine.git('rev-list', '--count', 'HEAD', '--not', '--remotes=origin')).toBe('0');
    await desk.machine.write({ 'mine.txt': 'mine\n' });
    await desk.machine.commit('Mine');
    for (const Asked of [PushTask, PublishTask]) {
      const asked = { ...desk.acted(), operationId: randomUUID(), title: 'Mine' };
      await expect(desk.kernel.handled(new Asked(asked), AS_ANA)).rejects.toThrow('push.to_fork');
    }
    expect(await desk.machine.atRemote('rev-parse', BRANCH)).toBe(namesake);
  }, 60_000);

  it('sync nothing over files that are not committed', async () => {
    await desk.machine.commitElsewhere('main', { 'README.md': 'There\n', 'fresh.txt': 'theirs\n' });
    await desk.machine.write({ 'README.md': 'Mine\n', 'fresh.txt': 'mine\n' });
    const before = await desk.machine.state();
    const dirty = await sync();
    expect(dirty).toMatchObject({ state: 'failed', code: 'sync.dirty' });
    expect(dirty.paths).toContain('README.md');
    expect(await desk.machine.state()).toBe(before);
  });

  const revert = async (path: string, to: 'base' | 'head') => {
    const operationId = randomUUID();
    await desk.kernel.handled(new RevertFile({ ...desk.acted(), operationId, path, to }), AS_ANA);
    await desk.saved(operationId);
    return desk.ended(operationId);
  };

  it('take files back as the base has them, after the state was saved', async () => {
    await desk.machine.write({ 'added $(touch x).txt': 'x\n', 'README.md': 'Hi\n' });
    await desk.machine.commit('Change');
    await desk.machine.run(desk.machine.repository, 'rm', 'gone.txt');
    await desk.machine.git('mv', 'old.txt', 'moved.txt');
    await desk.machine.write({ 'README.md': 'Hi there\n' });
    await desk.readAll();
    expect(await revert('README.md', 'head')).toMatchObject({ state: 'succeeded', result: { outcome: 'reverted' } });
    expect(await readFile(join(desk.machine.repository, 'README.md'), 'utf8')).toBe('Hi\n');
    await desk.readAll();
    for (const path of ['added $(touch x).txt', 'README.md', 'gone.txt', 'moved.txt']) {
      expect(await revert(path, 'base')).toMatchObject({ state: 'succeeded' });
    }
    const { treeSha } = await desk.machine.checkpoint();
    expect(treeSha).toBe(await desk.machine.git('rev-parse', 'main^{tree}'));
    expect(desk.audit.kinds).toContain('file.reverted');
    await expect(revert('not-changed', 'base')).rejects.toThrow('file.not_changed');
    await expect(revert('../x', 'base')).rejects.toThrow('file.path_invalid');
  });

  it('hear of pull requests and pushes of their branch, and of nobody else’s', async () => {
    const read = { now: new Date(), find: () => Promise.resolve(null), sql: desk.kernel.database.sql };
    const ours = { organizationId: ACME, repositoryId: '9', branch: BRANCH };
    const by = { userId: ANA.userId, login: ANA.login };
    const pushed = { ...ours, version: 1, by, at: new Date().toISOString(), headSha: 'a'.repeat(40), forced: false };
    const concerned = async (over: Partial<typeof pushed>) =>
      (await new OnBranchPushed().react(new BranchPushed({ ...pushed, ...over }), read)).map(({ payload }) => payload);
    expect(await concerned({})).toContainEqual(
      expect.objectContaining({ taskId: desk.taskId, headSha: 'a'.repeat(40) }),
    );
    expect(await concerned({ branch: 'another' })).toEqual([]);
    expect(await concerned({ organizationId: '8' })).toEqual([]);
    const [note] = await new OnBranchPushed().react(new BranchPushed(pushed), read);
    if (!note) throw new Error('Nothing follows from a push.');
    const tasks = await tasksOnBranches(read, ours, [BRANCH, 'another']);
    expect(tasks).toContainEqual({ organizationId: ACME, taskId: desk.taskId, branch: BRANCH, headRepositoryId: '9' });
    const pullRequest = { title: 'Work', url: 'https://github.example/4', state: 'open' as const, draft: false };
    const facts = { ...pullRequest, number: 4, headSha: 'a'.repeat(40), baseBranch: 'next', version: 3 };
    await desk.kernel.handled(new NotePullRequest({ ...desk.named(), pullRequest: facts }), FOUNDRY);
    await desk.kernel.handled(
      new NotePullRequest({ ...desk.named(), pullRequest: { ...facts, draft: true, version: 2 } }),
      FOUNDRY,
    );
    expect((await desk.rows().detail(desk.taskId))?.task).toMatchObject({ pullRequest: facts, baseBranch: 'next' });
  });
});
