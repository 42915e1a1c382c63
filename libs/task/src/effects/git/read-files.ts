import { EffectFailed } from '@foundry/messaging';
import { parseCounts, parseRaw, type RawChange, splitPatches } from './parse-changes.js';
import { lastWords, type TaskGit } from './task-git.js';

export interface FileChange extends RawChange {
  uncommitted: boolean;
  added: number;
  removed: number;
  binary: boolean;
  patch: string | null;
}

const LIST_BYTES = 16 * 1024 * 1024;
const PATCHES_BYTES = 12 * 1024 * 1024;
/** A larger file is compared by its id alone. */
const LARGE_FILE = '4m';
const ONE_PATCH = 1024 * 1024;
const ALL_PATCHES = 8 * 1024 * 1024;

/** Nothing that a repository configures changes how its differences are written. */
const PLAIN = [
  ...['-M', '--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '-O/dev/null'],
  ...['--submodule=short', '--ignore-submodules=none'],
];
const PATCH = ['--patch', '--unified=3', '--inter-hunk-context=0', '--src-prefix=a/', '--dst-prefix=b/'];

/** Every file that differs between a commit, or nothing, and a tree. `isCut`: git had more to say than is read. */
export async function readFiles(
  git: TaskGit,
  fromSha: string | null,
  headSha: string,
  treeSha: string,
): Promise<{ files: FileChange[]; isCut: boolean }> {
  const from = fromSha ?? (await git.run(['hash-object', '-t', 'tree', '/dev/null']));
  const range = [from, treeSha, '--'];
  const list = await ask(git, ['diff', '--raw', '--no-abbrev', '-z', ...PLAIN, ...range], LIST_BYTES);
  const counted = await ask(git, ['diff', '--numstat', '-z', ...PLAIN, ...range], LIST_BYTES);
  const patched = await ask(
    git,
    ['-c', `core.bigFileThreshold=${LARGE_FILE}`, 'diff', ...PATCH, ...PLAIN, ...range],
    PATCHES_BYTES,
  );
  const changes = parseRaw(list.text);
  const counts = parseCounts(counted.text);
  const patches = within(splitPatches(patched.text, changes, patched.isCut));
  const open = await uncommitted(git, headSha, treeSha);
  const files = changes.map((change, place): FileChange => {
    const { added = 0, removed = 0, binary = false } = counts[place] ?? {};
    const isOpen = open.has(change.path) || (change.oldPath !== null && open.has(change.oldPath));
    const isUnread = !binary && added + removed > 0 && patches[place] === '';
    const patch = binary || isUnread ? null : (patches[place] ?? null);
    return { ...change, uncommitted: isOpen, added, removed, binary, patch };
  });
  return { files, isCut: list.isCut || counted.isCut };
}

/** As many as fit, in their order. */
function within(patches: readonly (string | null)[]): (string | null)[] {
  let left = ALL_PATCHES;
  return patches.map((patch) => {
    const bytes = patch === null ? 0 : Buffer.byteLength(patch);
    if (bytes > ONE_PATCH || bytes > left) return null;
    left -= bytes;
    return patch;
  });
}

/** Paths that differ from the head as well. */
async function uncommitted(git: TaskGit, headSha: string, treeSha: string): Promise<Set<string>> {
  const args = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', headSha, treeSha, '--'];
  return new Set((await ask(git, args, LIST_BYTES)).text.split('\0'));
}

async function ask(git: TaskGit, args: readonly string[], maxBytes: number): Promise<{ text: string; isCut: boolean }> {
  const result = await git.try(args, { maxBytes });
  if (result.exitCode !== 0) throw new EffectFailed('git.failed', `git diff: ${lastWords({ ...result, stdout: '' })}`);
  return { text: result.stdout, isCut: result.truncated };
}
