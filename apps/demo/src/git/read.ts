import { git, gitAnswer } from './run.js';

/** Reading bare repositories. Names of branches and commits come from outside: `--end-of-options` keeps them names. */
export interface CommitRead {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: { name: string; email: string; date: string };
  readonly committer: { name: string; email: string; date: string };
  readonly message: string;
}

export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
}

const fields = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x1f');

/** Names a commit by sha, branch or tag; null when there is none. */
export async function resolve(folder: string, name: string): Promise<string | null> {
  for (const candidate of [`refs/heads/${name}`, name, `refs/tags/${name}`]) {
    const { code, output } = await gitAnswer(folder, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${candidate}^{commit}`,
    ]);
    if (code === 0) return output.trim();
  }
  return null;
}

/** All refs below a prefix, as a map from full name to commit. */
export async function refs(folder: string, prefix = 'refs/heads/'): Promise<Map<string, string>> {
  const output = await git(folder, ['for-each-ref', '--format=%(refname) %(objectname)', prefix]);
  return new Map(
    lines(output).map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]),
  );
}

/** Commits that `range` reaches, newest first; a range is a commit or `a..b` with names already resolved. */
export async function log(folder: string, range: string, limit = 250, skip = 0): Promise<CommitRead[]> {
  const output = await git(folder, [
    'log',
    `--max-count=${limit}`,
    `--skip=${skip}`,
    `--format=${fields}%x1e`,
    '--end-of-options',
    range,
  ]);
  return output
    .split('\x1e')
    .map((text) => text.trimStart())
    .filter(Boolean)
    .map(readCommit);
}

function readCommit(text: string): CommitRead {
  const [sha = '', root = '', parents = '', an = '', ae = '', at = '', cn = '', ce = '', ct = '', message = ''] =
    text.split('\x1f');
  const utc = (date: string) => `${new Date(date).toISOString().slice(0, 19)}Z`;
  return {
    sha,
    tree: root,
    parents: parents.split(' ').filter(Boolean),
    author: { name: an, email: ae, date: utc(at) },
    committer: { name: cn, email: ce, date: utc(ct) },
    message: message.trimEnd(),
  };
}

export async function countCommits(folder: string, range: string): Promise<number> {
  return Number(await git(folder, ['rev-list', '--count', '--end-of-options', range]));
}

/** The best common ancestor, or null for unrelated histories. */
export async function mergeBase(folder: string, a: string, b: string): Promise<string | null> {
  const { code, output } = await gitAnswer(folder, ['merge-base', a, b]);
  return code === 0 ? output.trim() : null;
}

export async function isAncestor(folder: string, ancestor: string, of: string): Promise<boolean> {
  const { code } = await gitAnswer(folder, ['merge-base', '--is-ancestor', ancestor, of]);
  return code === 0;
}

const statuses = { A: 'added', D: 'removed', R: 'renamed' } as const;

/** Files that differ between two commits, renames found. */
export async function changedFiles(folder: string, from: string, to: string): Promise<FileChange[]> {
  const raw = await git(folder, ['diff', '--raw', '--numstat', '-z', '--no-abbrev', '-M', from, to]);
  const parts = raw.split('\0');
  const changes: Omit<FileChange, 'additions' | 'deletions'>[] = [];
  const counts = new Map<string, { additions: number; deletions: number }>();
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? '';
    if (part.startsWith(':')) {
      const [, , old = '', sha = '', kind = ''] = part.split(' ');
      const renamed = kind.startsWith('R');
      const first = parts[(i += 1)] ?? '';
      const path = renamed ? (parts[(i += 1)] ?? '') : first;
      const status = kind.startsWith('A')
        ? statuses.A
        : kind.startsWith('D')
          ? statuses.D
          : renamed
            ? statuses.R
            : null;
      changes.push({
        path,
        before: renamed ? first : null,
        status: status ?? 'modified',
        sha: status === 'removed' ? old : sha,
      });
    } else if (part) {
      const [added = '0', deleted = '0', name = ''] = part.split('\t');
      let path = name;
      if (!name) {
        path = parts[i + 2] ?? '';
        i += 2;
      }
      counts.set(path, { additions: Number(added) || 0, deletions: Number(deleted) || 0 });
    }
  }
  return changes.map((change) => ({ ...change, ...(counts.get(change.path) ?? { additions: 0, deletions: 0 }) }));
}

/** The text of a change in unified form, without the file header, as GitHub's `patch`. */
export async function patchOf(folder: string, from: string, to: string, path: string): Promise<string> {
  const output = await git(folder, ['diff', '-M', from, to, '--', path]);
  const at = output.indexOf('\n@@ ');
  return at < 0 ? '' : output.slice(at + 1).trimEnd();
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly size: number;
}

/** What lies at a path of a commit: a file, a folder's entries, or null. */
export async function contentAt(
  folder: string,
  sha: string,
  path: string,
): Promise<
  { kind: 'file'; sha: string; bytes: string; size: number } | { kind: 'folder'; entries: FolderEntry[] } | null
> {
  const { code, output } = await gitAnswer(folder, ['cat-file', '--batch-check'], { input: `${sha}:${path}\n` });
  const [object = '', kind = '', size = '0'] = output.trim().split(' ');
  if (code !== 0 || kind === 'missing' || (kind !== 'blob' && kind !== 'tree')) return null;
  if (kind === 'tree') return { kind: 'folder', entries: await entriesOf(folder, object) };
  const text = await git(folder, ['cat-file', 'blob', object]);
  return { kind: 'file', sha: object, bytes: Buffer.from(text).toString('base64'), size: Number(size) };
}

async function entriesOf(folder: string, tree: string): Promise<FolderEntry[]> {
  const output = await git(folder, ['ls-tree', '--long', '-z', tree]);
  return output
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [about = '', name = ''] = line.split('\t');
      const [, kind = '', sha = '', size = '0'] = about.split(/ +/);
      return { name, kind: kind === 'tree' || kind === 'commit' ? kind : 'blob', sha, size: Number(size) || 0 };
    });
}

function lines(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
