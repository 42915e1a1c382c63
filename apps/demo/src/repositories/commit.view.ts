import { nodeId, simpleUser } from '../accounts/account.view.js';
import type { CommitRead, FileChange } from '../git/read.js';
import type { Repository } from '../state/records.js';
import type { World } from '../state/world.js';
import { repositoryUrl } from './repository.view.js';

const noreply = /^(\d+)\+[^@]+@users\.noreply\./;

/** The account behind a commit's e-mail address, if one is known. */
export function accountOfEmail(world: World, email: string): number | null {
  const id = Number(noreply.exec(email)?.[1] ?? 0);
  if (world.users.has(id)) return id;
  return [...world.users.values()].find((user) => user.email === email)?.id ?? null;
}

function person(world: World, email: string) {
  const id = accountOfEmail(world, email);
  return id === null ? null : simpleUser(world, id);
}

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

/** GitHub's `commit`. */
export function commitView(world: World, repository: Repository, commit: CommitRead) {
  const api = repositoryUrl(world, repository);
  const html = `${world.addresses.web}/${world.fullName(repository)}`;
  const { sha } = commit;
  return {
    sha,
    node_id: nodeId('Commit', sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${sha}`,
      comment_count: 0,
      verification: unsigned,
    },
    url: `${api}/commits/${sha}`,
    html_url: `${html}/commit/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    author: person(world, commit.author.email),
    committer: person(world, commit.committer.email),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${api}/commits/${parent}`,
      html_url: `${html}/commit/${parent}`,
    })),
  };
}

/** GitHub's `diff-entry`. */
export function fileView(world: World, repository: Repository, sha: string, file: FileChange & { patch?: string }) {
  const html = `${world.addresses.web}/${world.fullName(repository)}`;
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${sha}/${path}`,
    raw_url: `${html}/raw/${sha}/${path}`,
    contents_url: `${repositoryUrl(world, repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.before === null ? {} : { previous_filename: file.before }),
  };
}

/** A commit as it stands in a push event. */
export function pushedCommit(world: World, repository: Repository, commit: CommitRead, files: readonly FileChange[]) {
  const named = ({ name, email, date }: CommitRead['author']) => {
    const id = accountOfEmail(world, email);
    return { name, email, date, ...(id === null ? {} : { username: world.user(id).login }) };
  };
  const paths = (...kinds: FileChange['status'][]) =>
    files.filter(({ status }) => kinds.includes(status)).map(({ path }) => path);
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: `${world.addresses.web}/${world.fullName(repository)}/commit/${commit.sha}`,
    author: named(commit.author),
    committer: named(commit.committer),
    added: paths('added', 'renamed'),
    removed: paths('removed'),
    modified: paths('modified'),
  };
}
