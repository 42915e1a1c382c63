import { EffectFailed } from '@foundry/messaging';
import { GitRefusal } from './git-refusal.js';
import { lastWords, type TaskGit } from './task-git.js';

export interface Brought {
  sha: string;
  outcome: 'nothing' | 'fast_forward' | 'merged' | 'rebased';
}

export interface How {
  method: 'merge' | 'rebase';
  identity: Readonly<Record<string, string>>;
  /** The branch that it comes into, for the message. */
  into: string;
  /** Names a folder that nothing else uses. */
  name: string;
}

/**
 * The commit that has both: one of the two, or a new one. Nothing but objects is written in the repository. Rejects with
 * `sync.conflict` and the files.
 */
export async function bringIn(
  git: TaskGit,
  now: Brought,
  source: { branch: string; sha: string },
  how: How,
): Promise<Brought> {
  if (await isAncestor(git, source.sha, now.sha)) return now;
  if (await isAncestor(git, now.sha, source.sha)) {
    return { sha: source.sha, outcome: now.outcome === 'nothing' ? 'fast_forward' : now.outcome };
  }
  return how.method === 'rebase'
    ? { sha: await rebased(git, now.sha, source, how), outcome: 'rebased' }
    : { sha: await merged(git, now.sha, source, how), outcome: now.outcome === 'rebased' ? 'rebased' : 'merged' };
}

async function isAncestor(git: TaskGit, older: string, newer: string): Promise<boolean> {
  const result = await git.try(['merge-base', '--is-ancestor', older, newer]);
  if (result.exitCode > 1) throw new EffectFailed('git.failed', lastWords(result));
  return result.exitCode === 0;
}

async function merged(
  git: TaskGit,
  head: string,
  { branch, sha }: { branch: string; sha: string },
  { identity, into }: How,
): Promise<string> {
  const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', head, sha];
  const result = await git.try(args);
  const [tree = '', ...paths] = result.stdout.split('\0').map((word) => word.replace(/^\n/, ''));
  if (result.exitCode === 1) throw conflict(branch, paths);
  if (result.exitCode !== 0) throw new EffectFailed('git.failed', lastWords(result));
  const message = `Merge branch '${branch}' into ${into}`;
  return git.run(['commit-tree', tree.trim(), '-p', head, '-p', sha, '-m', message], { env: identity });
}

/** In a working tree of its own, which goes away whatever happens. */
async function rebased(
  git: TaskGit,
  head: string,
  { branch, sha }: { branch: string; sha: string },
  { identity, name }: How,
): Promise<string> {
  const { home } = await git.places();
  const cwd = `${home}/.foundry/sync-${name}`;
  const remove = () => git.try(['worktree', 'remove', '--force', cwd]);
  await remove();
  await git.run(['worktree', 'add', '--quiet', '--detach', cwd, head]);
  try {
    const args = ['rebase', '--quiet', '--no-verify', '--no-autostash', '--no-update-refs', sha];
    const result = await git.try(args, { cwd, env: identity, timeoutMs: 120_000 });
    if (result.exitCode === 0) return await git.run(['rev-parse', 'HEAD'], { cwd });
    const open = await git.run(['diff', '--name-only', '--diff-filter=U', '-z'], { cwd });
    const paths = open.split('\0');
    if (open === '') throw new EffectFailed('git.failed', lastWords(result));
    throw conflict(branch, paths);
  } finally {
    await remove();
  }
}

function conflict(branch: string, found: readonly string[]): GitRefusal {
  const paths = [...new Set(found.filter((path) => path !== ''))];
  const reason = `What is new in ${branch} conflicts with the changes here; nothing was changed. Ask the agent to merge it.`;
  return new GitRefusal('sync.conflict', reason, { paths });
}
