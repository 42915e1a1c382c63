import { commitTree, fetchCommit, mergedTree, moveRef, rebased, type Signature } from '../git/change.js';
import { countCommits, log, refs, resolve } from '../git/read.js';
import type { Github } from '../github.js';
import { Refused } from '../http/refused.js';
import type { Pull } from '../state/records.js';
import type { World } from '../state/world.js';
import { markMerged } from './announcing.js';
import { askedOf } from './protecting.js';
import { afterPush } from './pushed.js';

export type Method = 'merge' | 'squash' | 'rebase';

export interface Merge {
  readonly method: Method;
  readonly title?: string | undefined;
  readonly message?: string | undefined;
  /** The head that the caller saw; another one refuses with 409. */
  readonly expectedHead?: string | undefined;
}

/** How a person signs what they do on the web. */
export function signatureOf({ world, clock }: Pick<Github, 'world' | 'clock'>, userId: number): Signature {
  const { name, login } = world.user(userId);
  const host = new URL(world.addresses.web).hostname;
  return { name: name ?? login, email: `${userId}+${login}@users.noreply.${host}`, date: clock.text() };
}

const notMergeable = () => new Refused(405, 'Pull Request is not mergeable');

/** Merges a pull request and returns the new commit. 405 when it cannot be merged, 409 when the head moved. */
export async function mergePull(github: Github, pull: Pull, merge: Merge, byId: number): Promise<string> {
  const repository = github.world.repository(pull.repositoryId);
  return github.git.exclusively(repository.id, async () => {
    if (pull.state === 'closed' || pull.draft) throw notMergeable();
    if (merge.expectedHead !== undefined && merge.expectedHead !== pull.head.sha) {
      throw new Refused(409, 'Head branch was modified. Review and try the merge again.');
    }
    const asked = askedOf(github.world, pull);
    if (asked !== null) throw new Refused(405, asked);
    const folder = await github.git.of(repository);
    const before = await refs(folder);
    const base = await resolve(folder, pull.base.branch);
    const sha = base && (await mergedCommit(github, folder, pull, base, merge, byId));
    if (!sha || !(await moveRef(folder, `refs/heads/${pull.base.branch}`, sha, base))) throw notMergeable();
    markMerged(github, pull, sha, byId);
    await afterPush(github, repository, before, byId);
    return sha;
  });
}

async function mergedCommit(
  github: Github,
  folder: string,
  pull: Pull,
  base: string,
  { method, title, message }: Merge,
  byId: number,
): Promise<string | null> {
  const by = signatureOf(github, byId);
  const head = pull.head.sha;
  if (method === 'rebase') return rebased(folder, base, head, by);
  const tree = await mergedTree(folder, base, head);
  if (tree === null) return null;
  const parents = method === 'merge' ? [base, head] : [base];
  const usual = method === 'merge' ? mergeMessage(github.world, pull) : await squashMessage(folder, pull, base);
  const text = [title ?? usual.title, message ?? usual.message].filter(Boolean).join('\n\n');
  return commitTree(folder, { tree, parents, message: text, by });
}

function mergeMessage(world: World, pull: Pull) {
  const from = `${world.account(pull.head.ownerId).record.login}/${pull.head.branch}`;
  return { title: `Merge pull request #${pull.number} from ${from}`, message: pull.title };
}

async function squashMessage(folder: string, pull: Pull, base: string) {
  const range = `${base}..${pull.head.sha}`;
  const commits = (await countCommits(folder, range)) > 1 ? await log(folder, range) : [];
  const message = commits.map((commit) => `* ${commit.message}`).reverse().join('\n\n'); // prettier-ignore
  return { title: `${pull.title} (#${pull.number})`, message };
}

/** Merges the base branch into the head branch. 422 on a conflict or when the head is gone or has moved. */
export async function updateBranch(
  github: Github,
  pull: Pull,
  expected: string | undefined,
  byId: number,
): Promise<void> {
  const { world, git } = github;
  const { repositoryId, branch, sha } = pull.head;
  if (repositoryId === null) throw new Refused(422, 'The head repository was deleted.');
  if (expected !== undefined && expected !== sha) {
    throw new Refused(422, 'expected head sha didn’t match current head ref.');
  }
  const repository = world.repository(repositoryId);
  const origin = await git.of(world.repository(pull.repositoryId));
  await git.exclusively(repositoryId, async () => {
    const folder = await git.of(repository);
    const before = await refs(folder);
    const base = await resolve(origin, pull.base.branch);
    const tree = base && (await mergedTree(origin, sha, base));
    if (!tree) throw new Refused(422, 'merge conflict between base and head');
    const message = `Merge branch '${pull.base.branch}' into ${branch}`;
    const commit = await commitTree(origin, { tree, parents: [sha, base], message, by: signatureOf(github, byId) });
    if (folder !== origin) {
      await fetchCommit(folder, origin, commit, `refs/heads/${branch}`);
    } else await moveRef(folder, `refs/heads/${branch}`, commit, sha);
    await afterPush(github, repository, before, byId);
  });
}
