import { type Author, blob, commit, type GitObject, tree, type TreeEntry } from './objects.js';

/** Path to text; null removes the file. */
export type Changes = Readonly<Record<string, string | null>>;

export interface Step {
  readonly author: Author;
  /** Seconds since the epoch. */
  readonly at: number;
  readonly message: string;
  readonly changes: Changes;
}

interface Snapshot {
  readonly files: ReadonlyMap<string, string>;
  readonly sha: string;
}

/**
 * A git repository made in memory. Names of its commits are known at once, without git and without a folder, so a
 * list of 5,000 pull requests costs hashes only; `writeDrawing` makes the folder when someone clones.
 */
export class Drawing {
  readonly objects = new Map<string, GitObject>();
  readonly refs = new Map<string, string>();
  private readonly snapshots = new Map<string, Snapshot>();

  constructor(readonly defaultBranch: string) {}

  /** Commits on a branch, which must exist unless this is the first commit of the drawing. Returns the commit's name. */
  commit(branch: string, { author, at, message, changes }: Step): string {
    const parent = this.snapshots.get(this.refs.get(ref(branch)) ?? '');
    const files = new Map(parent?.files);
    for (const [path, text] of Object.entries(changes)) {
      if (text === null) files.delete(path);
      else files.set(path, this.keep(blob(text)));
    }
    const parents = parent ? [parent.sha] : [];
    return this.advance(branch, files, { parents, author, at, message });
  }

  /** Merges a branch into another with a merge commit whose files are those of `branch` laid over those of `into`. */
  merge(into: string, branch: string, { author, at, message }: Omit<Step, 'changes'>): string {
    const ours = this.snapshotOf(into);
    const theirs = this.snapshotOf(branch);
    const files = new Map([...ours.files, ...theirs.files]);
    return this.advance(into, files, { parents: [ours.sha, theirs.sha], author, at, message });
  }

  /** Starts a branch where another one is. */
  branch(name: string, from: string = this.defaultBranch): this {
    this.refs.set(ref(name), this.snapshotOf(from).sha);
    return this;
  }

  /** Keeps a pull request's head reachable, as GitHub does. */
  pullRef(number: number, sha: string): void {
    this.refs.set(`refs/pull/${number}/head`, sha);
  }

  head(branch: string): string {
    return this.snapshotOf(branch).sha;
  }

  private snapshotOf(branch: string): Snapshot {
    const snapshot = this.snapshots.get(this.refs.get(ref(branch)) ?? '');
    if (!snapshot) throw new Error(`No branch ${branch} in the drawing`);
    return snapshot;
  }

  private advance(
    branch: string,
    files: ReadonlyMap<string, string>,
    fields: { parents: string[]; author: Author; at: number; message: string },
  ): string {
    const sha = this.keep(commit({ tree: this.treeOf(files), ...fields }));
    this.snapshots.set(sha, { files, sha });
    this.refs.set(ref(branch), sha);
    return sha;
  }

  private keep(object: GitObject): string {
    this.objects.set(object.sha, object);
    return object.sha;
  }

  private treeOf(files: ReadonlyMap<string, string>): string {
    const folders = new Map<string, Map<string, string>>();
    const entries: TreeEntry[] = [];
    for (const [path, sha] of files) {
      const slash = path.indexOf('/');
      if (slash < 0) entries.push({ name: path, sha, folder: false });
      else {
        const inside = folders.get(path.slice(0, slash)) ?? new Map<string, string>();
        folders.set(path.slice(0, slash), inside.set(path.slice(slash + 1), sha));
      }
    }
    for (const [name, inside] of folders) entries.push({ name, sha: this.treeOf(inside), folder: true });
    return this.keep(tree(entries));
  }
}

function ref(branch: string): string {
  return `refs/heads/${branch}`;
}
