import { GitRefusal } from './git-refusal.js';
import type { TaskGit } from './task-git.js';

/** What was before a commit, so that it can be taken back. */
export interface MadeCommit {
  sha: string;
  before: string | null;
  index: string;
}

/** Name and address of the owner, as they were put on the machine with the credential. */
export async function ownerIdentity(git: TaskGit): Promise<Record<string, string>> {
  const { home } = await git.places();
  const file = `${home}/.gitconfig`;
  const read = (key: string) => git.program(['git', 'config', '--file', file, '--default', '', '--get', key], home);
  const [name, email] = [(await read('user.name')).trim(), (await read('user.email')).trim()];
  if (name === '' || email === '') {
    throw new GitRefusal('owner.no_credential', 'There is no name for commits on the machine; do it once more.', {
      retryable: true,
    });
  }
  const as = (role: 'AUTHOR' | 'COMMITTER') => ({ [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: email });
  return { ...as('AUTHOR'), ...as('COMMITTER') };
}

/** Commits everything that differs from the head, as the owner. Null: nothing does. */
export async function commitAll(git: TaskGit, message: string): Promise<MadeCommit | null> {
  const unmerged = await git.run(['diff', '--name-only', '--diff-filter=U', '-z']);
  const paths = unmerged.split('\0').filter((path) => path !== '');
  if (paths.length > 0) {
    const reason = 'Some files have conflicts that nobody resolved yet, so nothing was committed.';
    throw new GitRefusal('push.unmerged', reason, { paths });
  }
  const env = await ownerIdentity(git);
  const before = await git.commit('HEAD');
  const index = await git.run(['write-tree']);
  await git.run(['add', '--all']);
  if ((await git.try(['diff', '--cached', '--quiet', '--no-ext-diff'])).exitCode === 0) return null;
  await git.run(['commit', '--quiet', '--no-verify', '--cleanup=whitespace', '-m', message], { env });
  const sha = await git.run(['rev-parse', 'HEAD']);
  return { sha, before, index };
}

/** Head, index and working tree are as before the commit. */
export async function takeBack(git: TaskGit, { sha, before, index }: MadeCommit): Promise<void> {
  if (before === null) return;
  await git.run(['update-ref', '-m', 'push refused', 'HEAD', before, sha]);
  await git.run(['read-tree', index]);
  await git.try(['update-index', '-q', '--refresh']);
}
