import { simpleUser } from '../accounts/account.view.js';
import { changedFiles, isAncestor, log, refs } from '../git/read.js';
import type { Github } from '../github.js';
import { pushedCommit } from '../repositories/commit.view.js';
import type { Repository } from '../state/records.js';
import { announcePull, markMerged } from './announcing.js';
import { bringHead, closePull } from './changing.js';

const none = '0'.repeat(40);
const mostCommits = 20;

export interface Moved {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

function movedRefs(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Moved[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .map((ref) => ({ ref, before: before.get(ref) ?? none, after: after.get(ref) ?? none }))
    .filter((moved) => moved.before !== moved.after);
}

/**
 * Tells what a push did: `create`, `delete` and `push` for every branch that moved, and what follows for pull requests.
 * `before` are the branches before it; the caller holds the repository exclusively. Real pushes and our own end here.
 */
export async function afterPush(
  github: Github,
  repository: Repository,
  before: ReadonlyMap<string, string>,
  byId: number,
): Promise<Moved[]> {
  const folder = await github.git.of(repository);
  const moved = movedRefs(before, await refs(folder));
  if (moved.length > 0) {
    repository.pushedAt = github.clock.text();
    repository.updatedAt = repository.pushedAt;
    github.world.touch();
  }
  for (const change of moved) {
    announceBranch(github, repository, change, byId);
    await announcePush(github, folder, repository, change, byId);
    await followHeads(github, repository, change, byId);
    await followBases(github, folder, repository, change, byId);
  }
  return moved;
}

function announceBranch(
  { announcer }: Github,
  repository: Repository,
  { ref, before, after }: Moved,
  byId: number,
): void {
  const about = { ref: ref.replace('refs/heads/', ''), ref_type: 'branch', pusher_type: 'user' };
  if (before === none) {
    const { defaultBranch, description } = repository;
    announcer.aboutRepository('create', repository, byId, { ...about, master_branch: defaultBranch, description });
  }
  if (after === none) announcer.aboutRepository('delete', repository, byId, about);
}

async function announcePush(
  github: Github,
  folder: string,
  repository: Repository,
  { ref, before, after }: Moved,
  byId: number,
) {
  const { world, announcer } = github;
  const pusher = world.user(byId);
  const commits = after === none ? [] : await commitsOf(github, folder, repository, before, after);
  const seconds = (text: string) => Math.floor(Date.parse(text) / 1000);
  const html = `${world.addresses.web}/${world.fullName(repository)}`;
  const owner = world.account(repository.ownerId).record;
  announcer.aboutRepository('push', repository, byId, {
    ref,
    before,
    after,
    created: before === none,
    deleted: after === none,
    forced: before !== none && after !== none && !(await isAncestor(folder, before, after)),
    base_ref: null,
    compare: `${html}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits,
    head_commit: commits.at(-1) ?? null,
    pusher: { name: pusher.login, email: pusher.email },
    repository: {
      created_at: seconds(repository.createdAt),
      pushed_at: seconds(repository.pushedAt),
      stargazers: 0,
      master_branch: repository.defaultBranch,
      owner: { name: owner.login, email: null, ...simpleUser(world, owner.id) },
      url: html,
    },
  });
}

async function commitsOf({ world }: Github, folder: string, repository: Repository, before: string, after: string) {
  const range = before === none ? after : `${before}..${after}`;
  const commits = await log(folder, range, before === none ? 1 : mostCommits);
  const views = [];
  for (const commit of commits.reverse()) {
    const [parent] = commit.parents;
    const files = parent === undefined ? [] : await changedFiles(folder, parent, commit.sha);
    views.push(pushedCommit(world, repository, commit, files));
  }
  return views;
}

/** Open pull requests of a branch follow it; when it is deleted, they are closed. */
async function followHeads(github: Github, repository: Repository, { ref, before, after }: Moved, byId: number) {
  const branch = ref.replace('refs/heads/', '');
  const targets = [repository.id, repository.parentId].filter((id) => id !== null);
  const pulls = targets.flatMap((id) => github.world.openPulls(id));
  for (const pull of pulls) {
    if (pull.head.repositoryId !== repository.id || pull.head.branch !== branch) continue;
    if (after === none) closePull(github, pull, byId);
    else {
      await bringHead(github, github.world.repository(pull.repositoryId), repository, after, pull.number);
      pull.head.sha = after;
      announcePull(github, pull, 'synchronize', byId, { before, after });
    }
  }
}

/** Open pull requests whose head the base now contains count as merged; others only learn the new base. */
async function followBases(
  github: Github,
  folder: string,
  repository: Repository,
  { ref, after }: Moved,
  byId: number,
) {
  const branch = ref.replace('refs/heads/', '');
  if (after === none) return;
  for (const pull of github.world.openPulls(repository.id)) {
    if (pull.base.branch !== branch) continue;
    pull.base.sha = after;
    if (await isAncestor(folder, pull.head.sha, after)) markMerged(github, pull, after, byId);
  }
}
