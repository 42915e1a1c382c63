import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundry/messaging/testing';
import {
  PauseSandbox,
  RecordGone,
  type RequestSandbox,
  ResumeSandbox,
  RetrySandbox,
  type SandboxView,
  SaveSandbox,
} from '../src/contracts/index.js';
import { ACME, Foundry } from '../src/testing/foundry.js';

/** How many losses in a row: few with every run, 50 when somebody asks (`LOSSES=50`). */
const LOSSES = Number(process.env['LOSSES'] ?? 3);
let foundry: Foundry;
let repository: string;

beforeAll(async () => {
  foundry = await Foundry.start();
  repository = await foundry.git.repository('orders', { 'README.md': 'Hello\n', 'src/a b"c.txt': 'one\n' });
});
afterAll(async () => {
  await foundry.stop();
});

const provider = () => foundry.providers.get('local');
const id = ({ sandboxId }: SandboxView) => ({ organizationId: ACME, sandboxId });

/** Everything of a clone that must not move: head, branches, index and working tree. */
async function stateOf(view: SandboxView): Promise<string> {
  const parts = [
    ['git', 'rev-parse', 'HEAD'],
    ['git', 'for-each-ref', 'refs/heads'],
    ['git', 'ls-files', '--stage'],
    ['git', 'status', '--porcelain=v2', '--untracked-files=all'],
    ['git', 'reflog', '-n', '20'],
    ['sh', '-c', 'find . -path ./.git -prune -o -type f -exec sha1sum {} + | sort'],
  ];
  const said: string[] = [];
  for (const argv of parts) said.push(await foundry.run(view, ...argv));
  return said.join('\n--\n');
}

/** Three commits that nobody pushed, and every kind of change that is not committed. */
async function work(view: SandboxView): Promise<void> {
  const commit = 'git -c user.name=Ada -c user.email=ada@example.test commit --quiet';
  await foundry.run(
    view,
    'sh',
    '-c',
    `for n in 1 2 3; do echo $n > "file $n"; git add --all; ${commit} -m "Change $n"; done
     echo staged > staged; git add staged; echo more >> README.md; echo 'un tracked' > 'un tracked'`,
  );
}

async function save(view: SandboxView): Promise<SandboxView> {
  const checkpointId = randomUUID();
  await foundry.handled(new SaveSandbox({ ...id(view), checkpointId, reason: 'turn', store: true }));
  return eventually(async () => {
    const now = await foundry.view(view.sandboxId);
    const told = foundry.told.find(({ payload }) => payload['requestId'] === checkpointId);
    if (!told) throw new Error('The checkpoint is not told yet.');
    return now;
  });
}

/** The machine is destroyed behind our back. */
async function lose(view: SandboxView): Promise<void> {
  const { sandboxId, generation } = view;
  await provider().destroy(`${sandboxId}/g${String(generation)}`, AbortSignal.timeout(60_000));
}

describe('the repository on a machine', () => {
  it('is the same before and after checkpoints, and saving again finds nothing new', async () => {
    const view = await foundry.ready(repository);
    await work(view);
    const before = await stateOf(view);
    const saved = await save(view);
    expect(saved.lastCheckpoint).toMatchObject({ unpushedCommits: 3, dirty: true, stored: 'bundle', number: 1 });
    await save(view);
    expect((await foundry.view(view.sandboxId)).lastCheckpoint?.number).toBe(1);
    expect(await stateOf(view)).toBe(before);
  });

  it('is the same after its server ended, after a rest, and after everything that reads it', async () => {
    const view = await foundry.ready(repository, { branch: 'foundry/same' });
    await work(view);
    const before = await stateOf(view);
    for (let count = 0; count < 20; count += 1) {
      await foundry.access.git(view, { args: ['status', '--porcelain'], timeoutMs: 60_000 });
      await foundry.access.git(view, { args: ['diff', 'origin/main', 'HEAD'], timeoutMs: 60_000 });
    }
    await foundry.providers.get('local').close?.();
    await eventually(async () => {
      expect(await stateOf(view)).toBe(before);
    }, 100_000);
    await foundry.handled(new PauseSandbox(id(view)));
    await foundry.until(view.sandboxId, 'paused');
    await foundry.handled(new ResumeSandbox(id(view)));
    const again = await foundry.until(view.sandboxId, 'ready');
    expect(again.generation).toBe(1);
    expect(await stateOf(view)).toBe(before);
  });

  it('whose clone never ends is a failure, and what it left does not harm the next one', async () => {
    foundry.git.hold();
    const sandboxId = await foundry.request(repository, { branch: 'foundry/hung' });
    await foundry.until(sandboxId, 'preparing');
    await eventually(() => {
      expect(foundry.git.visits.at(-1)?.path).toContain('orders');
    });
    await foundry.expire(sandboxId);
    const failed = await foundry.until(sandboxId, 'failed');
    expect(failed).toMatchObject({ error: { code: 'preparing.deadline' }, repository: { state: 'failed' } });
    const waiting = foundry.git.letOthersIn();
    await foundry.handled(new RetrySandbox(id(failed)));
    const view = await foundry.until(sandboxId, 'ready');
    const before = await stateOf(view);
    waiting();
    await eventually(async () => {
      expect(await foundry.run(view, 'sh', '-c', 'ls -a "$HOME" | grep -c "^repo" || true')).toBe('1');
    });
    expect(await stateOf(view)).toBe(before);
  });

  it('has no part of a program that did not end in its time', async () => {
    const view = await foundry.ready(repository, { branch: 'foundry/late' });
    await expect(foundry.access.exec(view, { argv: ['sleep', '600'], timeoutMs: 200 })).rejects.toMatchObject({
      code: 'exec.timed_out',
    });
    await expect(
      foundry.access.exec(view, { argv: ['sh', '-c', 'kill -9 $$'], timeoutMs: 60_000 }),
    ).rejects.toMatchObject({ code: 'exec.killed' });
    const large = { argv: ['sh', '-c', 'yes | head -c 100000'], timeoutMs: 60_000, maxBytes: 1_000 };
    await expect(foundry.access.exec(view, { ...large, whole: true })).rejects.toMatchObject({
      code: 'exec.output_too_large',
    });
    expect(await foundry.access.exec(view, large)).toMatchObject({ exitCode: 0, truncated: true });
  });

  it('comes back on another machine with the same head and working tree', async () => {
    const view = await foundry.ready(repository, { branch: 'foundry/lost' });
    await work(view);
    const head = await foundry.run(view, 'git', 'rev-parse', 'HEAD');
    const files = await foundry.run(view, 'sh', '-c', 'cat README.md staged "file 3" "un tracked"');
    await save(view);
    await lose(view);
    await foundry.until(view.sandboxId, 'expired');
    await foundry.handled(foundry.wanted(repository, view.sandboxId, { branch: 'foundry/lost' }));
    const again = await foundry.until(view.sandboxId, 'ready');
    expect(again.generation).toBe(2);
    expect(await foundry.run(again, 'git', 'rev-parse', 'HEAD')).toBe(head);
    expect(await foundry.run(again, 'sh', '-c', 'cat README.md staged "file 3" "un tracked"')).toBe(files);
    expect(await foundry.run(again, 'git', 'symbolic-ref', '--short', 'HEAD')).toBe('foundry/lost');
    await foundry.tells(view.sandboxId, 'sandbox.expired', 'sandbox.recreated', 'sandbox.ready');
  });

  it('comes back as it was saved, whenever between turns its machine is lost', async () => {
    let view = await foundry.ready(repository, { branch: 'foundry/often' });
    const commit = 'git -c user.name=Ada -c user.email=ada@example.test commit --quiet';
    for (let loss = 1; loss <= LOSSES; loss += 1) {
      const mark = String(randomInt(1_000_000));
      const committed = randomInt(2) === 1 ? `git add --all; ${commit} -m 'Turn ${mark}';` : '';
      await foundry.run(view, 'sh', '-c', `echo ${mark} >> turns; ${committed} echo ${mark} > 'left ${mark}'`);
      const whole = ['sh', '-c', 'git rev-parse HEAD; cat turns left*; git status --porcelain'];
      const before = await foundry.run(view, ...whole);
      await save(view);
      await lose(view);
      const { sandboxId, generation } = view;
      await foundry.handled(new RecordGone({ ...id(view), generation, reason: 'machine.gone' }));
      await foundry.handled(foundry.wanted(repository, sandboxId, { branch: 'foundry/often' }));
      view = await foundry.until(sandboxId, 'ready');
      expect(view.generation).toBe(loss + 1);
      expect(await foundry.run(view, ...whole)).toBe(before);
    }
  });

  it('runs nothing of what was planted in it', async () => {
    const view = await foundry.ready(repository, { branch: 'foundry/planted' });
    await foundry.run(
      view,
      'sh',
      '-c',
      `printf '#!/bin/sh\\ntouch "$HOME/ran"\\n' > .git/hooks/trap; chmod 755 .git/hooks/trap
       for hook in pre-commit post-commit reference-transaction post-checkout post-index-change; do cp .git/hooks/trap .git/hooks/$hook; done
       git config core.fsmonitor "$PWD/.git/hooks/trap"
       git config filter.trap.clean "$PWD/.git/hooks/trap"; git config filter.trap.required true
       echo '*.txt filter=trap diff=trap' > .gitattributes; git config diff.trap.textconv "$PWD/.git/hooks/trap"
       git config alias.add '!touch "$HOME/ran"'; git config credential.helper '!touch "$HOME/ran"'
       rm -f "$HOME/ran"; echo x > new.txt`,
    );
    await save(view);
    await foundry.access.git(view, { args: ['fetch', '--quiet', 'origin'], timeoutMs: 60_000 });
    await foundry.access.git(view, { args: ['diff', '--no-ext-diff', 'HEAD'], timeoutMs: 60_000 });
    expect(await foundry.run(view, 'sh', '-c', 'ls -a "$HOME" | grep -c "^ran$" || true')).toBe('0');
  });

  it('takes names as names', async () => {
    const branch = 'foundry/$(touch${IFS}x);`id`';
    const view = await foundry.ready(repository, { branch });
    expect(await foundry.run(view, 'git', 'symbolic-ref', '--short', 'HEAD')).toBe(branch);
    expect(await foundry.run(view, 'sh', '-c', 'ls -a . "$HOME"')).not.toMatch(/^x$/m);
    const saved = await save(view);
    expect(saved.lastCheckpoint).toMatchObject({ dirty: false });
  });

  it('fails for a branch that the remote lacks, and is tried again', async () => {
    const sandboxId = await foundry.request(repository, { branch: 'later', branchMode: 'existing' });
    const failed = await foundry.until(sandboxId, 'failed');
    expect(failed).toMatchObject({ error: { code: 'repository.branch_missing' }, repository: { state: 'failed' } });
    await foundry.git.git('orders', 'branch', 'later', 'main');
    await foundry.handled(new RetrySandbox(id(failed)));
    const view = await foundry.until(sandboxId, 'ready');
    expect(await foundry.run(view, 'git', 'symbolic-ref', '--short', 'HEAD')).toBe('later');
  });

  it('leaves large files out of a checkpoint and names them', async () => {
    const view = await foundry.ready(repository, { branch: 'foundry/large' });
    await foundry.run(view, 'sh', '-c', 'truncate -s 21M "big [1].bin"; echo small > small');
    const { lastCheckpoint } = await save(view);
    expect(lastCheckpoint?.leftOut).toEqual(['big [1].bin']);
    expect(lastCheckpoint?.bytes).toBeLessThan(100_000);
  });

  it('is never asked for twice by twenty at once', async () => {
    const sandboxId = randomUUID();
    const wanted: RequestSandbox[] = Array.from({ length: 20 }, () => foundry.wanted(repository, sandboxId));
    await Promise.all(wanted.map((command) => foundry.handled(command)));
    const view = await foundry.until(sandboxId, 'ready');
    expect(view.generation).toBe(1);
    const rows = await foundry.database.sql`select 1 from sandbox.generations where sandbox_id = ${sandboxId}`;
    expect(rows).toHaveLength(1);
  });
});
