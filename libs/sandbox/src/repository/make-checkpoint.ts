import type { SavedState } from '../contracts/index.js';
import { AnswerTooLarge } from '../machine/server-door.js';
import { BUNDLE_LIMIT } from './checkpoint-store.js';
import type { MachineGit } from './machine-git.js';

const LARGE_FILE_KIB = 20 * 1024;
const NAMED_FILES = 50;
const LIST_BYTES = 8 * 1024 * 1024;

export interface CheckpointWanted {
  number: number;
  branch: string;
  baseBranch: string;
  store: boolean;
  last: { headSha: string; treeSha: string; stored: boolean } | null;
}

/** What was saved with its bundle, which is null where it stays on the machine; null: nothing is new. */
export type Checkpoint = { state: SavedState; bundle: Buffer | null } | null;

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Foundry',
  GIT_AUTHOR_EMAIL: 'checkpoint@foundry.invalid',
  GIT_COMMITTER_NAME: 'Foundry',
  GIT_COMMITTER_EMAIL: 'checkpoint@foundry.invalid',
};

/**
 * Saves head and working tree as a commit on head that no branch knows (sandbox, section 8). Branch, index, working
 * tree and reflog stay as they are: an index of its own takes the files in.
 */
export async function makeCheckpoint(git: MachineGit, wanted: CheckpointWanted): Promise<Checkpoint> {
  const { home } = git.open;
  const index = `${home}/.foundry/checkpoint.index`;
  const env = { ...IDENTITY, GIT_INDEX_FILE: index };
  const headSha = await git.commit('HEAD');
  if (headSha === null) return null;
  const leftOut = await largeFiles(git);
  await copyIndex(git, index);
  await add(git, env, leftOut);
  const treeSha = await git.run(['write-tree'], { env });
  const { last } = wanted;
  const isKnown = last?.headSha === headSha && last.treeSha === treeSha;
  if (isKnown && (last.stored || !wanted.store)) return null;

  const message = `Checkpoint ${String(wanted.number)}`;
  const commitSha = await git.run(['commit-tree', treeSha, '-p', headSha, '-m', message], { env });
  const ref = `refs/foundry/checkpoint/${String(wanted.number)}`;
  await git.run(['update-ref', ref, commitSha]);
  const baseSha = await mergeBase(git, headSha, wanted.baseBranch);
  const bundle = wanted.store ? await bundled(git, ref, baseSha) : null;
  const headTree = await git.run(['rev-parse', `${headSha}^{tree}`]);
  const state: SavedState = {
    headSha,
    treeSha,
    commitSha,
    baseSha,
    unpushedCommits: await unpushed(git, headSha),
    dirty: headTree !== treeSha,
    stored: bundle === null ? 'machine_only' : 'bundle',
    bytes: bundle?.length ?? 0,
    leftOut: leftOut.slice(0, NAMED_FILES),
  };
  return { state, bundle };
}

/** Files that are too large to be saved, relative to the repository. */
async function largeFiles(git: MachineGit): Promise<string[]> {
  const { repository } = git.open;
  const find = ['find', '.', '-path', './.git', '-prune', '-o', '-type', 'f', '-size', `+${String(LARGE_FILE_KIB)}k`];
  const found = await git.must([...find, '-print0'], { cwd: repository, maxBytes: LIST_BYTES });
  return found.split('\0').flatMap((path) => (path === '' ? [] : [path.replace(/^\.\//, '')]));
}

/** A copy knows which files did not change, so only the others are read. An unborn index is an empty one. */
async function copyIndex(git: MachineGit, index: string): Promise<void> {
  const own = await git.run(['rev-parse', '--path-format=absolute', '--git-path', 'index']);
  await git.must(['rm', '-f', index, `${index}.lock`]);
  if (await git.test('-e', own)) await git.must(['cp', '--', own, index]);
}

async function add(git: MachineGit, env: Record<string, string>, leftOut: readonly string[]): Promise<void> {
  if (leftOut.length === 0) {
    await git.run(['add', '--all'], { env });
    return;
  }
  const list = `${git.open.home}/.foundry/checkpoint.paths`;
  const paths = ['.', ...leftOut.map((path) => `:(exclude,literal)${path}`)];
  await git.open.server.writeFile(list, Buffer.from(paths.join('\0')));
  // Only this call reads paths as patterns; what follows `literal` is taken as it is.
  const patterns = { ...env, GIT_LITERAL_PATHSPECS: '0' };
  await git.run(['add', '--all', `--pathspec-from-file=${list}`, '--pathspec-file-nul'], { env: patterns });
  await git.must(['rm', '-f', list]);
}

async function mergeBase(git: MachineGit, headSha: string, baseBranch: string): Promise<string | null> {
  const base = await git.commit(`refs/remotes/origin/${baseBranch}`);
  if (base === null) return null;
  const { exitCode, stdout } = await git.try(['merge-base', headSha, base]);
  return exitCode === 0 ? stdout.trim() : null;
}

/** Commits of the head that no branch of the remote has. */
async function unpushed(git: MachineGit, headSha: string): Promise<number> {
  return Number(await git.run(['rev-list', '--count', headSha, '--not', '--remotes=origin']));
}

/** Everything since the merge base as one file; null when it is too large. */
async function bundled(git: MachineGit, ref: string, baseSha: string | null): Promise<Buffer | null> {
  const file = `${git.open.home}/.foundry/checkpoint.bundle`;
  const since = baseSha === null ? [] : [`^${baseSha}`];
  await git.run(['bundle', 'create', '--quiet', file, ref, ...since]);
  try {
    return await git.open.server.readFile(file, BUNDLE_LIMIT);
  } catch (error) {
    if (error instanceof AnswerTooLarge) return null;
    throw error;
  } finally {
    await git.must(['rm', '-f', file]);
  }
}
