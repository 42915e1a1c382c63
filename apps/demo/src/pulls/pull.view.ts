import { nodeId, simpleUser } from '../accounts/account.view.js';
import { repositoryUrl, repositoryView } from '../repositories/repository.view.js';
import type { Label, Pull, Repository } from '../state/records.js';
import type { World } from '../state/world.js';
import { askedOf } from './protecting.js';

/** Facts about a pull request that only git can tell. */
export interface Measured {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  readonly mergeable: boolean | null;
}

export const unmeasured: Measured = { commits: 1, additions: 1, deletions: 0, changedFiles: 1, mergeable: null };

export function labelView(world: World, repository: Repository, label: Label) {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${repositoryUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description ?? '',
    color: label.color,
    default: false,
  };
}

/** What the author is to the repository, in GitHub's words. */
export function association(world: World, repository: Repository, userId: number): string {
  if (repository.ownerId === userId) return 'OWNER';
  if (world.membership(repository.ownerId, userId)?.state === 'active') return 'MEMBER';
  const given = world.collaborators.some((row) => row.repositoryId === repository.id && row.userId === userId);
  return given ? 'COLLABORATOR' : 'CONTRIBUTOR';
}

function end(world: World, repository: Repository | undefined, ownerId: number, branch: string, sha: string) {
  const user = simpleUser(world, ownerId);
  return {
    label: `${user.login}:${branch}`,
    ref: branch,
    sha,
    user,
    repo: repository ? repositoryView(world, repository) : null,
  };
}

function links(url: string, html: string, sha: string, issue: string, repository: string) {
  const href = (text: string) => ({ href: text });
  return {
    self: href(url),
    html: href(html),
    issue: href(issue),
    comments: href(`${issue}/comments`),
    review_comments: href(`${url}/comments`),
    review_comment: href(`${repository}/pulls/comments{/number}`),
    commits: href(`${url}/commits`),
    statuses: href(`${repository}/statuses/${sha}`),
  };
}

/** GitHub's `pull-request-simple`, as in lists. */
export function pullSimple(world: World, pull: Pull) {
  const repository = world.repository(pull.repositoryId);
  const at = repositoryUrl(world, repository);
  const url = `${at}/pulls/${pull.number}`;
  const issue = `${at}/issues/${pull.number}`;
  const html = `${world.addresses.web}/${world.fullName(repository)}/pull/${pull.number}`;
  const headRepository = pull.head.repositoryId === null ? undefined : world.repositories.get(pull.head.repositoryId);
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    user: simpleUser(world, pull.authorId),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeSha,
    assignee: pull.assigneeIds[0] === undefined ? null : simpleUser(world, pull.assigneeIds[0]),
    assignees: pull.assigneeIds.map((id) => simpleUser(world, id)),
    requested_reviewers: pull.reviewerIds.map((id) => simpleUser(world, id)),
    requested_teams: [],
    labels: pull.labels.map((label) => labelView(world, repository, label)),
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${at}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${at}/statuses/${pull.head.sha}`,
    head: end(world, headRepository, pull.head.ownerId, pull.head.branch, pull.head.sha),
    base: end(world, repository, repository.ownerId, pull.base.branch, pull.base.sha),
    _links: links(url, html, pull.head.sha, issue, at),
    author_association: association(world, repository, pull.authorId),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** GitHub's `pull-request`: one pull request alone, and in events. */
export function pullFull(world: World, pull: Pull, measured: Measured = unmeasured) {
  const merged = pull.mergedAt !== null;
  const said = world.comments.filter((row) => row.repositoryId === pull.repositoryId && row.number === pull.number);
  const state = merged || measured.mergeable === null ? 'unknown' : measured.mergeable ? 'clean' : 'dirty';
  return {
    ...pullSimple(world, pull),
    merged,
    mergeable: merged ? null : measured.mergeable,
    rebaseable: merged ? null : measured.mergeable,
    mergeable_state:
      state !== 'clean' ? state : pull.draft ? 'draft' : askedOf(world, pull) === null ? 'clean' : 'blocked',
    merged_by: pull.mergedById === null ? null : simpleUser(world, pull.mergedById),
    comments: said.filter(({ line }) => !line).length,
    review_comments: said.filter(({ line }) => line).length,
    maintainer_can_modify: false,
    commits: measured.commits,
    additions: measured.additions,
    deletions: measured.deletions,
    changed_files: measured.changedFiles,
  };
}
