import { nodeId, simpleUser } from '../accounts/account.view.js';
import { log } from '../git/read.js';
import type { Github } from '../github.js';
import { commitView } from '../repositories/commit.view.js';
import type { CheckRun, Pull, Repository, Status } from '../state/records.js';
import { combined, statusView, suitesOf, suiteView } from './check.view.js';

/** A commit as it stands inside a check suite. */
export async function headCommit({ world, git }: Github, repository: Repository, sha: string) {
  const [commit] = await log(await git.of(repository), sha, 1);
  const view = commit && commitView(world, repository, commit);
  return {
    id: sha,
    tree_id: commit?.tree ?? '',
    message: commit?.message ?? '',
    timestamp: commit?.committer.date ?? repository.createdAt,
    author: { name: commit?.author.name ?? '', email: commit?.author.email ?? '' },
    committer: { name: commit?.committer.name ?? '', email: commit?.committer.email ?? '' },
    full: view,
  };
}

/** Continuous integration reports on a pull request's head, as a check run of its suite. */
export async function reportCheck(
  github: Github,
  pull: Pull,
  { name, conclusion }: Pick<CheckRun, 'name' | 'conclusion'>,
  byId: number,
): Promise<void> {
  const { world, clock, announcer } = github;
  const repository = world.repository(pull.repositoryId);
  const { sha, branch } = pull.head;
  const present = world.checkRuns.find(
    (run) => run.repositoryId === repository.id && run.sha === sha && run.name === name,
  );
  const [suite] = suitesOf(world, repository.id, sha);
  const now = clock.text();
  const run: CheckRun = {
    id: present?.id ?? world.newId(),
    repositoryId: repository.id,
    sha,
    branch,
    suiteId: suite?.id ?? world.newId(),
    name,
    status: conclusion === null ? 'in_progress' : 'completed',
    conclusion,
    startedAt: present?.startedAt ?? now,
    completedAt: conclusion === null ? null : now,
  };
  world.checkRuns = [...world.checkRuns.filter((row) => row !== present), run];
  world.touch();
  const [after] = suitesOf(world, repository.id, sha);
  if (!after) return;
  const { full: _, ...commit } = await headCommit(github, repository, sha);
  announcer.aboutRepository('check_suite', repository, byId, {
    action: conclusion === null ? 'requested' : 'completed',
    check_suite: suiteView(world, repository, after, commit),
  });
}

/** Sets the status of one context on a pull request's head. */
export async function reportStatus(
  github: Github,
  pull: Pull,
  { context, state, description }: Pick<Status, 'context' | 'state' | 'description'>,
  byId: number,
): Promise<void> {
  const { world, clock, announcer } = github;
  const repository = world.repository(pull.repositoryId);
  const { sha, branch } = pull.head;
  const now = clock.text();
  const row: Status = {
    id: world.newId(),
    repositoryId: repository.id,
    sha,
    context,
    state,
    description,
    creatorId: byId,
    createdAt: now,
  };
  world.statuses.push(row);
  world.touch();
  const { full } = await headCommit(github, repository, sha);
  const { url, html_url, node_id, comments_url, commit, author, committer, parents } = full ?? {};
  announcer.aboutRepository('status', repository, byId, {
    ...statusView(world, row),
    node_id: nodeId('Status', row.id),
    sha,
    name: world.fullName(repository),
    commit: { sha, node_id, commit, url, html_url, comments_url, author, committer, parents },
    branches: [{ name: branch, commit: { sha, url: url ?? '' }, protected: false }],
    creator: simpleUser(world, byId),
    combined: combined(world, repository.id, sha).state,
  });
}
