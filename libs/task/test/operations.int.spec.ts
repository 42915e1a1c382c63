import { randomUUID } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@foundry/messaging/contracts';
import { eventually, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { BranchPushed, OpenPullRequest } from '@foundry/github-data/contracts';
import { SandboxAccess, type SandboxView } from '@foundry/sandbox/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  NoteCheckpoint,
  NoteCredential,
  NotePullRequest,
  NoteSandbox,
  type OperationView,
  PrepareTask,
  PublishTask,
  PushTask,
  RetryOperation,
  RevertFile,
  SyncTask,
} from '../src/contracts/index.js';
import { ChangeRows } from '../src/queries/change-rows.js';
import { TaskRows } from '../src/queries/task-rows.js';
import { tasksOnBranches } from '../src/reactions/branch-rows.js';
import { OnBranchPushed } from '../src/reactions/github-reactions.js';
import { FolderMachine, FolderMachines } from '../src/testing/folder-machines.js';
import { askedOfGithub, GithubModule } from '../src/testing/github.js';
import { ListModule, MachinesModule, PeopleModule, TaskModuleUnderTest } from '../src/testing/neighbours.js';
import { ACME, aMachine, ANA, leftOver, SEED } from '../src/testing/tasks.js';

const FOUNDRY: Actor = { kind: 'system', module: 'sandbox' };
const AS_ANA: Actor = { kind: 'user', userId: ANA.userId, via: 'session' };
const Place = z.tuple([z.object({ sandboxId: z.string() })]);
const BRANCH = 'work/$(touch${IFS}x);`id`"&';

describe('operations on a repository', () => {
  let kernel: TestKernel;
  let machine: FolderMachine;
  let taskId: string;
  let sandboxId: string;
  let version: number;
  const audit = new RecordedAudit();

  beforeAll(async () => {
    const modules = [TaskModuleUnderTest, MachinesModule, ListModule, PeopleModule, GithubModule];
    kernel = await startKernel({ modules, audit });
  });
  afterAll(() => kernel.stop());

  const named = () => ({ organizationId: ACME, taskId });
  const acted = () => ({ ...named(), seed: { ...SEED, taskId, branch: BRANCH }, by: ANA });
  const rows = () => new TaskRows(kernel.workerApp.get(DataSource));
  const changeRows = () => new ChangeRows(kernel.database, kernel.workerApp.get(DataSource));

  /** A task whose machine is ready, on a branch with a name that a shell would obey. */
  beforeEach(async () => {
    taskId = randomUUID();
    version = 10;
    machine = await FolderMachine.make(BRANCH, { 'README.md': 'Hello\n', 'gone.txt': 'one\ntwo\n', 'old.txt': LINES });
    await kernel.handled(new PrepareTask(acted()), AS_ANA);
    const found = await kernel.database.sql`select sandbox_id as "sandboxId" from task.tasks where task_id = ${taskId}`;
    [{ sandboxId }] = Place.parse(found);
    const machines = kernel.workerApp.get(SandboxAccess, { strict: false });
    if (!(machines instanceof FolderMachines)) throw new Error('These are other machines.');
    machines.add(sandboxId, machine);
    await tellMachine({});
  });
  afterEach(() => machine.end());

  const tellMachine = (over: Partial<SandboxView>) => {
    version += 1;
    const view = aMachine({ organizationId: ACME, sandboxId, taskId, branch: BRANCH, version, ...over });
    return kernel.handled(new NoteSandbox({ ...named(), sandbox: view }), FOUNDRY);
  };

  /** What is on the machine now is saved, and its changes are read. */
  const readAll = async () => {
    const saved = await machine.checkpoint();
    const { lastCheckpoint } = leftOver(9, true);
    if (!lastCheckpoint) throw new Error('There is no checkpoint to copy.');
    const checkpointId = randomUUID();
    await tellMachine({ lastCheckpoint: { ...lastCheckpoint, ...saved, checkpointId, sandboxId } });
    return eventually(async () => {
      const changes = await changeRows().changes(taskId);
      expect(changes).toMatchObject({ code: null, reason: null, state: 'current', checkpointId });
      return changes;
    });
  };

  const operation = async (operationId: string): Promise<OperationView> => {
    const detail = await rows().detail(taskId);
    const found = detail?.operations.find((one) => one.operationId === operationId);
    if (!found) throw new Error('There is no such operation.');
    return found;
  };

  /** Ana's credential is on the machine for the operation. */
  const identified = async (operationId: string, attempt = 1) => {
    await eventually(async () => {
      expect(await operation(operationId)).toMatchObject({ waitingFor: 'identity' });
    });
    const needIds = [`operation:${operationId}:${String(attempt)}`];
    const facts = { ...named(), sandboxId, generation: 1, userId: ANA.userId, mode: 'user', needIds };
    await kernel.handled(new NoteCredential({ ...facts, code: null, message: null }), FOUNDRY);
  };

  /** The state before the operation is saved. */
  const saved = async (operationId: string) => {
    const asked = z.tuple([z.object({ id: z.string() })]).parse(
      await eventually(async () => {
        const found = await kernel.database.sql`select request_id as id from task.operations
          where operation_id = ${operationId} and step = 'checkpoint'`;
        expect(found).toHaveLength(1);
        return found;
      }),
    );
    const { lastCheckpoint: checkpoint = null } = leftOver(0, true);
    const note = { ...named(), requestId: asked[0].id, checkpoint, code: null, reason: null };
    await kernel.handled(new NoteCheckpoint(note), FOUNDRY);
  };

  const ended = (operationId: string) =>
    eventually(async () => {
      const found = await operation(operationId);
      expect(found.endedAt).not.toBeNull();
      return found;
    });

  const push = async (over: Partial<PushTask['payload']> = {}) => {
    const operationId = randomUUID();
    await kernel.handled(new PushTask({ ...acted(), operationId, ...over }), AS_ANA);
    await identified(operationId);
    return ended(operationId);
  };

  it('keep three local commits, count them, and send them', async () => {
    const shas: string[] = [];
    for (const n of [1, 2, 3]) {
      await machine.write({ [`file ${String(n)}`]: 'x\n' });
      shas.push(await machine.commit(`Change ${String(n)}`));
    }
    expect(await readAll()).toMatchObject({ ahead: 3, behind: 0, unpushed: 3, dirty: false, files: 3, added: 3 });
    const pushed = await push();
    expect(pushed).toMatchObject({ state: 'succeeded', result: { outcome: 'pushed', headSha: shas[2] } });
    expect(await machine.atRemote('rev-list', '--reverse', `main..refs/heads/${BRANCH}`)).toBe(shas.join('\n'));
    expect(await machine.run(machine.root, 'ls')).not.toMatch(/^x$/m);
    await eventually(async () => {
      expect(await changeRows().changes(taskId)).toMatchObject({ state: 'current', unpushed: 0 });
    });
    expect(audit.kinds).toContain('task.pushed');
    expect((await rows().detail(taskId))?.task).toMatchObject({
      owner: { person: ANA, reason: 'operation' },
      unpushed: 0,
    });
    expect(await push()).toMatchObject({ state: 'succeeded', result: { outcome: 'nothing' } });
  });

  it('know whether the branch came to GitHub by them', async () => {
    const made = async () => (await rows().detail(taskId))?.task.branchMade;
    await machine.write({ 'mine.txt': 'mine\n' });
    await machine.commit('Mine');
    await machine.atRemote('branch', BRANCH, 'main');
    expect(await push()).toMatchObject({ state: 'succeeded' });
    expect(await made()).toBe(false);
    await machine.atRemote('update-ref', '-d', `refs/heads/${BRANCH}`);
    expect(await push()).toMatchObject({ state: 'succeeded' });
    expect(await made()).toBe(true);
  }, 60_000);

  it('read five entries exactly, with their counts and patches', async () => {
    await machine.write({ 'README.md': 'Hello\nyou\n' });
    await machine.commit('Greet');
    await machine.write({ 'gone.txt': 'one\nTWO\n', 'a "b" ü.txt': 'new\n', untracked: 'a\nb\n' });
    await machine.git('add', 'gone.txt');
    await machine.git('mv', 'old.txt', 'new name.txt');
    const before = await machine.state();
    expect(await readAll()).toMatchObject({ files: 5, added: 5, removed: 1, ahead: 1, dirty: true, truncated: false });
    expect(await machine.state()).toBe(before);
    const files = await changeRows().files(taskId, 'all');
    expect(files).toEqual([
      expect.objectContaining({ path: 'README.md', status: 'M', uncommitted: false, added: 1, removed: 0 }),
      expect.objectContaining({ path: 'a "b" ü.txt', status: 'A', uncommitted: true, added: 1, patch: 'text' }),
      expect.objectContaining({ path: 'gone.txt', status: 'M', uncommitted: true, added: 1, removed: 1 }),
      expect.objectContaining({ path: 'new name.txt', oldPath: 'old.txt', status: 'R', uncommitted: true, added: 0 }),
      expect.objectContaining({ path: 'untracked', status: 'A', uncommitted: true, added: 2, oldMode: '000000' }),
    ]);
    expect(await changeRows().files(taskId, 'uncommitted')).toHaveLength(4);
    const patch = await changeRows().patch(taskId, 'a "b" ü.txt');
    expect(patch).toEqual({ path: 'a "b" ü.txt', state: 'text', patch: '@@ -0,0 +1 @@\n+new\n' });
  });

  it('publish what was not committed, once', async () => {
    await machine.write({ 'greeting.txt': 'Good day\n' });
    const operationId = randomUUID();
    const publish = new PublishTask({
      ...acted(),
      operationId,
      title: 'Greet',
      commitMessage: 'Greet people\n\n# All',
    });
    await kernel.handled(publish, AS_ANA);
    await kernel.handled(publish, AS_ANA);
    await identified(operationId);
    expect(await ended(operationId)).toMatchObject({ state: 'succeeded', result: { number: 7, existing: false } });
    expect(await kernel.handled(publish, AS_ANA)).toMatchObject({ state: 'succeeded' });
    const again = randomUUID();
    await kernel.handled(new PublishTask({ ...acted(), operationId: again, title: 'Greet' }), AS_ANA);
    await identified(again);
    expect(await ended(again)).toMatchObject({ state: 'succeeded', result: { outcome: 'done', existing: true } });
    const opened = askedOfGithub.filter(({ payload }) => payload.taskId === taskId);
    expect(opened).toHaveLength(2);
    expect(opened[0]).toBeInstanceOf(OpenPullRequest);
    expect(opened[0]?.payload).toMatchObject({ branch: BRANCH, base: 'main', title: 'Greet', userId: ANA.userId });
    const [author, message] = (await machine.atRemote('log', '-1', '--format=%an <%ae>%n%B', BRANCH)).split('\n');
    expect([author, message]).toEqual(['Ana Anders <ana@example.test>', 'Greet people']);
    expect((await rows().detail(taskId))?.task.pullRequest).toMatchObject({ number: 7, state: 'open' });
  });

  it('take names, addresses, paths and messages with the syntax of shells for what they are', async () => {
    const name = `x;id $(touch x) \`touch x\` "q" 'ü' & 日本`;
    const email = 'a"b$(touch x);ü@example.test';
    const path = `a "b" $(touch x);'ü'\n--日本 .txt`;
    const commitMessage = `Say "$(touch x)" 'ü'\n\n\`touch x\` ; 日本 && exit`;
    for (const [key, value] of Object.entries({ name, email })) {
      await machine.run(
        machine.home,
        'git',
        'config',
        '--file',
        join(machine.home, '.gitconfig'),
        `user.${key}`,
        value,
      );
    }
    await machine.write({ [path]: 'new\n' });
    expect(await push({ commitMessage })).toMatchObject({ state: 'succeeded', result: { outcome: 'pushed' } });
    const said = await machine.atRemote('log', '-1', '--format=%an%x00%ae%x00%cn%x00%ce%x00%B', BRANCH);
    expect(said.split('\0')).toEqual([name, email, name, email, `${commitMessage}\n`]);
    const paths = (await machine.atRemote('ls-tree', '-z', '--name-only', BRANCH)).split('\0');
    expect(paths).toEqual(['README.md', path, 'gone.txt', 'old.txt', '']);
    await readAll();
    expect((await changeRows().files(taskId, 'all')).map((file) => file.path)).toEqual([path]);
    for (const folder of [machine.root, machine.home, machine.repository, machine.remote]) {
      expect(await machine.run(folder, 'ls')).not.toMatch(/^x$/m);
    }
  }, 60_000);

  it('leave everything as it was when the push is refused, and tell everybody why', async () => {
    const hook = join(machine.remote, 'hooks/pre-receive');
    const words = 'error: GH006: Protected branch update failed for refs/heads/work.';
    await writeFile(hook, `#!/bin/sh\necho "${words}" >&2\necho "error: At least 1 review is required." >&2\nexit 1\n`);
    await chmod(hook, 0o755);
    await machine.write({ 'greeting.txt': 'Good day\n', 'README.md': 'Hi\n' });
    await machine.git('add', 'README.md');
    const before = await machine.state();
    const refused = await push({ commitMessage: 'Greet' });
    expect(refused).toMatchObject({ state: 'failed', code: 'push.protected_branch', retryable: true });
    expect(refused.reason).toContain('1 review is required');
    expect(await machine.state()).toBe(before);
    expect((await rows().detail(taskId))?.task).toMatchObject({
      status: 'error',
      failure: { code: 'push.protected_branch' },
    });
    await chmod(hook, 0o644);
    const { operationId } = refused;
    await kernel.handled(new RetryOperation({ ...acted(), operationId }), AS_ANA);
    await identified(operationId, 2);
    expect(await ended(operationId)).toMatchObject({ state: 'succeeded', result: { outcome: 'pushed' } });
    expect((await rows().detail(taskId))?.task).toMatchObject({ failure: null });
  });

  it('never replace commits of others, unless at the commit that the person saw', async () => {
    await machine.write({ mine: 'x\n' });
    await machine.commit('Mine');
    const theirs = await machine.commitElsewhere(BRANCH, { theirs: 'y\n' });
    expect(await push()).toMatchObject({ state: 'failed', code: 'push.non_fast_forward' });
    const wrong = { kind: 'with_lease' as const, expectedSha: 'f'.repeat(40) };
    expect(await push({ force: wrong })).toMatchObject({ state: 'failed', code: 'push.non_fast_forward' });
    expect(await machine.atRemote('rev-parse', BRANCH)).toBe(theirs);
    expect(await push({ force: { ...wrong, expectedSha: theirs } })).toMatchObject({ state: 'succeeded' });
  });

  const sync = async (method: 'merge' | 'rebase' = 'merge') => {
    const operationId = randomUUID();
    await kernel.handled(new SyncTask({ ...acted(), operationId, method }), AS_ANA);
    await identified(operationId);
    await saved(operationId);
    return ended(operationId);
  };

  it.each(['merge', 'rebase'] as const)(
    '%s what is new, or leave every byte at a conflict',
    async (method) => {
      await machine.commitElsewhere('main', { 'fresh.txt': 'new\n' });
      expect(await sync(method)).toMatchObject({ state: 'succeeded', result: { outcome: 'fast_forward' } });
      await machine.write({ 'mine.txt': 'mine\n' });
      await machine.commit('Mine');
      await machine.commitElsewhere('main', { 'other.txt': 'other\n' });
      await machine.write({ 'un tracked': 'kept\n' });
      const outcome = method === 'merge' ? 'merged' : 'rebased';
      expect(await sync(method)).toMatchObject({ state: 'succeeded', result: { outcome } });
      expect(await machine.git('ls-files')).toContain('other.txt');
      expect(await readFile(join(machine.repository, 'un tracked'), 'utf8')).toBe('kept\n');
      expect(await sync(method)).toMatchObject({ state: 'succeeded', result: { outcome: 'nothing' } });

      await machine.write({ 'README.md': 'Here\n' });
      await machine.git('commit', '--quiet', '--message', 'Here', 'README.md');
      await machine.commitElsewhere('main', { 'README.md': 'There\n' });
      await machine.write({ 'gone.txt': 'not committed\n' });
      const before = await machine.state();
      expect(await sync(method)).toMatchObject({ state: 'failed', code: 'sync.conflict', paths: ['README.md'] });
      expect(await machine.state()).toBe(before);
      expect(await machine.git('worktree', 'list')).not.toContain('\n');
    },
    60_000,
  );

  it('take the branch of a fork from its pull request, and push it nowhere', async () => {
    await kernel.database.sql`update task.tasks set fork = true, trusted_by = ${ANA.userId} where task_id = ${taskId}`;
    const facts = { title: 'Theirs', url: null, state: 'open' as const, draft: false, baseBranch: 'main', version: 3 };
    const theirs = await machine.commitElsewhere('of-the-fork', { 'theirs.txt': 'x\n' });
    await machine.atRemote('update-ref', 'refs/pull/4/head', theirs);
    const pullRequest = { ...facts, number: 4, headSha: theirs };
    await kernel.handled(new NotePullRequest({ ...named(), pullRequest }), FOUNDRY);
    const namesake = await machine.commitElsewhere(BRANCH, { 'namesake.txt': 'y\n' });
    expect(await sync()).toMatchObject({ state: 'succeeded', result: { outcome: 'fast_forward', headSha: theirs } });
    expect(await machine.git('rev-list', '--count', 'HEAD', '--not', '--remotes=origin')).toBe('0');
    await machine.write({ 'mine.txt': 'mine\n' });
    await machine.commit('Mine');
    for (const Asked of [PushTask, PublishTask]) {
      const asked = { ...acted(), operationId: randomUUID(), title: 'Mine' };
      await expect(kernel.handled(new Asked(asked), AS_ANA)).rejects.toThrow('push.to_fork');
    }
    expect(await machine.atRemote('rev-parse', BRANCH)).toBe(namesake);
  }, 60_000);

  it('sync nothing over files that are not committed', async () => {
    await machine.commitElsewhere('main', { 'README.md': 'There\n', 'fresh.txt': 'theirs\n' });
    await machine.write({ 'README.md': 'Mine\n', 'fresh.txt': 'mine\n' });
    const before = await machine.state();
    const dirty = await sync();
    expect(dirty).toMatchObject({ state: 'failed', code: 'sync.dirty' });
    expect(dirty.paths).toContain('README.md');
    expect(await machine.state()).toBe(before);
  });

  const revert = async (path: string, to: 'base' | 'head') => {
    const operationId = randomUUID();
    await kernel.handled(new RevertFile({ ...acted(), operationId, path, to }), AS_ANA);
    await saved(operationId);
    return ended(operationId);
  };

  it('take files back as the base has them, after the state was saved', async () => {
    await machine.write({ 'added $(touch x).txt': 'x\n', 'README.md': 'Hi\n' });
    await machine.commit('Change');
    await machine.run(machine.repository, 'rm', 'gone.txt');
    await machine.git('mv', 'old.txt', 'moved.txt');
    await machine.write({ 'README.md': 'Hi there\n' });
    await readAll();
    expect(await revert('README.md', 'head')).toMatchObject({ state: 'succeeded', result: { outcome: 'reverted' } });
    expect(await readFile(join(machine.repository, 'README.md'), 'utf8')).toBe('Hi\n');
    await readAll();
    for (const path of ['added $(touch x).txt', 'README.md', 'gone.txt', 'moved.txt']) {
      expect(await revert(path, 'base')).toMatchObject({ state: 'succeeded' });
    }
    const { treeSha } = await machine.checkpoint();
    expect(treeSha).toBe(await machine.git('rev-parse', 'main^{tree}'));
    expect(audit.kinds).toContain('file.reverted');
    await expect(revert('not-changed', 'base')).rejects.toThrow('file.not_changed');
    await expect(revert('../x', 'base')).rejects.toThrow('file.path_invalid');
  });

  it('hear of pull requests and pushes of their branch, and of nobody else’s', async () => {
    const read = { now: new Date(), find: () => Promise.resolve(null), sql: kernel.database.sql };
    const ours = { organizationId: ACME, repositoryId: '9', branch: BRANCH };
    const by = { userId: ANA.userId, login: ANA.login };
    const pushed = { ...ours, version: 1, by, at: new Date().toISOString(), headSha: 'a'.repeat(40), forced: false };
    const concerned = async (over: Partial<typeof pushed>) =>
      (await new OnBranchPushed().react(new BranchPushed({ ...pushed, ...over }), read)).map(({ payload }) => payload);
    expect(await concerned({})).toContainEqual(expect.objectContaining({ taskId, headSha: 'a'.repeat(40) }));
    expect(await concerned({ branch: 'another' })).toEqual([]);
    expect(await concerned({ organizationId: '8' })).toEqual([]);
    const [note] = await new OnBranchPushed().react(new BranchPushed(pushed), read);
    if (!note) throw new Error('Nothing follows from a push.');
    const tasks = await tasksOnBranches(read, ours, [BRANCH, 'another']);
    expect(tasks).toContainEqual({ organizationId: ACME, taskId, branch: BRANCH, headRepositoryId: '9' });
    const pullRequest = { title: 'Work', url: 'https://github.example/4', state: 'open' as const, draft: false };
    const facts = { ...pullRequest, number: 4, headSha: 'a'.repeat(40), baseBranch: 'next', version: 3 };
    await kernel.handled(new NotePullRequest({ ...named(), pullRequest: facts }), FOUNDRY);
    await kernel.handled(
      new NotePullRequest({ ...named(), pullRequest: { ...facts, draft: true, version: 2 } }),
      FOUNDRY,
    );
    expect((await rows().detail(taskId))?.task).toMatchObject({ pullRequest: facts, baseBranch: 'next' });
  });
});

const LINES = Array.from({ length: 20 }, (_, n) => `line ${String(n)}\n`).join('');
