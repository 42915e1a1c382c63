import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, gitAnswer } from './run.js';

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** `2030-01-01T12:00:00Z` */
  readonly date: string;
}

function signed({ name, email, date }: Signature): Record<string, string> {
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}

/** Merges two commits in memory and returns the tree, or null when they conflict. */
export async function mergedTree(folder: string, ours: string, theirs: string): Promise<string | null> {
  const { code, output } = await gitAnswer(folder, ['merge-tree', '--write-tree', '--no-messages', ours, theirs]);
  return code === 0 ? output.trim() : null;
}

export async function commitTree(
  folder: string,
  { tree, parents, message, by }: { tree: string; parents: readonly string[]; message: string; by: Signature },
): Promise<string> {
  const args = ['commit-tree', tree, ...parents.flatMap((sha) => ['-p', sha])];
  return (await git(folder, args, { input: message, env: signed(by) })).trim();
}

/** Replays the commits of `head` on `base`; returns the new head, or null when one of them conflicts. */
export async function rebased(folder: string, base: string, head: string, by: Signature): Promise<string | null> {
  const place = await mkdtemp(join(tmpdir(), 'rebase-'));
  const env = { GIT_COMMITTER_NAME: by.name, GIT_COMMITTER_EMAIL: by.email, GIT_COMMITTER_DATE: by.date };
  try {
    await git(folder, ['worktree', 'add', '--detach', '--force', place, head]);
    const { code } = await gitAnswer(place, ['rebase', '--force-rebase', base], { env });
    return code === 0 ? (await git(place, ['rev-parse', 'HEAD'])).trim() : null;
  } finally {
    await rm(place, { recursive: true, force: true });
    await git(folder, ['worktree', 'prune']);
  }
}

/** Moves, makes or (with null) deletes a ref. With `expected`, only when it still is there; returns whether it was done. */
export async function moveRef(folder: string, ref: string, to: string | null, expected?: string): Promise<boolean> {
  const old = expected === undefined ? [] : [expected];
  const args = to === null ? ['update-ref', '-d', ref, ...old] : ['update-ref', ref, to, ...old];
  return (await gitAnswer(folder, args)).code === 0;
}

export async function validRef(ref: string): Promise<boolean> {
  return (await gitAnswer('/', ['check-ref-format', ref])).code === 0;
}

/** Copies a commit from one bare repository into another, as a fork's head is for a pull request. */
export async function fetchCommit(into: string, from: string, sha: string, ref: string): Promise<void> {
  await git(into, ['fetch', '--quiet', '--no-write-fetch-head', from, `+${sha}:${ref}`], {
    env: { GIT_PROTOCOL: 'version=2' },
  });
}

/** Writes one file (null removes it) on top of a commit; returns the new commit's tree and the file's object name. */
export async function treeWith(
  folder: string,
  parent: string | null,
  path: string,
  content: Buffer | null,
): Promise<{ tree: string; blob: string | null }> {
  const place = await mkdtemp(join(tmpdir(), 'index-'));
  const env = { GIT_INDEX_FILE: join(place, 'index') };
  try {
    if (parent) await git(folder, ['read-tree', parent], { env });
    const blob = content ? await hashObject(folder, content) : null;
    const line = blob ? `100644 ${blob}\t${path}\n` : `0 ${'0'.repeat(40)}\t${path}\n`;
    await git(folder, ['update-index', '--index-info'], { env, input: line });
    return { tree: (await git(folder, ['write-tree'], { env })).trim(), blob };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function hashObject(folder: string, content: Buffer): Promise<string> {
  return (await git(folder, ['hash-object', '-w', '--stdin'], { input: content.toString('utf8') })).trim();
}
