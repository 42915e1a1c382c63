import { fetchCommit, moveRef } from '../git/change.js';
import { isAncestor, resolve } from '../git/read.js';
import type { Github } from '../github.js';
import { invalid } from '../http/refused.js';
import { simpleUser } from '../accounts/account.view.js';
import type { Label, Pull, Repository } from '../state/records.js';
import { announcePull } from './announcing.js';
import { labelView } from './pull.view.js';

/** The life of a pull request, but for merging. Every act tells the Apps that see the repository. */
export interface NewPull {
  readonly title: string;
  readonly body: string | null;
  readonly head: { readonly repository: Repository; readonly branch: string };
  readonly base: string;
  readonly draft: boolean;
}

/** Opens a pull request. 422 when a branch is missing, nothing differs, or one is open already for these branches. */
export async function openPull(github: Github, repository: Repository, fields: NewPull, byId: number): Promise<Pull> {
  const { world, clock, git } = github;
  const { head, base } = fields;
  const folder = await git.of(repository);
  const baseSha = await resolve(folder, base);
  const headSha = await resolve(await git.of(head.repository), head.branch);
  if (baseSha === null) throw invalid('PullRequest', { field: 'base', code: 'invalid' });
  if (headSha === null) throw invalid('PullRequest', { field: 'head', code: 'invalid' });
  const label = `${world.account(head.repository.ownerId).record.login}:${head.branch}`;
  const twin = world
    .openPulls(repository.id)
    .some(
      (row) =>
        row.head.repositoryId === head.repository.id && row.head.branch === head.branch && row.base.branch === base,
    );
  if (twin) throw invalid('PullRequest', { message: `A pull request already exists for ${label}.` });
  const number = repository.lastNumber + 1;
  await bringHead(github, repository, head.repository, headSha, number);
  if (await isAncestor(folder, headSha, baseSha)) {
    await moveRef(folder, `refs/pull/${number}/head`, null);
    throw invalid('PullRequest', { message: `No commits between ${base} and ${head.branch}` });
  }
  repository.lastNumber = number;
  const pull = newPull(world.newId(), repository, {
    ...fields,
    number,
    headSha,
    baseSha,
    authorId: byId,
    at: clock.text(),
  });
  world.placePull(pull);
  announcePull(github, pull, 'opened', byId);
  return pull;
}

/** Copies the head of a fork into the repository, and keeps every head reachable there. */
export async function bringHead({ git }: Github, into: Repository, from: Repository, sha: string, number: number) {
  const folder = await git.of(into);
  const ref = `refs/pull/${number}/head`;
  if (from.id === into.id) await moveRef(folder, ref, sha);
  else await fetchCommit(folder, await git.of(from), sha, ref);
}

export function newPull(
  id: number,
  repository: Repository,
  fields: NewPull & { number: number; headSha: string; baseSha: string; authorId: number; at: string },
): Pull {
  return {
    id,
    repositoryId: repository.id,
    number: fields.number,
    title: fields.title,
    body: fields.body,
    state: 'open',
    draft: fields.draft,
    locked: false,
    authorId: fields.authorId,
    head: {
      repositoryId: fields.head.repository.id,
      ownerId: fields.head.repository.ownerId,
      branch: fields.head.branch,
      sha: fields.headSha,
    },
    base: { branch: fields.base, sha: fields.baseSha },
    labels: [],
    reviewerIds: [],
    assigneeIds: [],
    createdAt: fields.at,
    updatedAt: fields.at,
    closedAt: null,
    mergedAt: null,
    mergedById: null,
    mergeSha: null,
  };
}

export function editPull(
  github: Github,
  pull: Pull,
  edit: {
    title?: string | undefined;
    body?: string | null | undefined;
    base?: { branch: string; sha: string } | undefined;
  },
  byId: number,
): void {
  const changes: Record<string, unknown> = {};
  if (edit.title !== undefined && edit.title !== pull.title) {
    changes['title'] = { from: pull.title };
    pull.title = edit.title;
  }
  if (edit.body !== undefined && edit.body !== pull.body) {
    changes['body'] = { from: pull.body };
    pull.body = edit.body;
  }
  if (edit.base && edit.base.branch !== pull.base.branch) {
    changes['base'] = { ref: { from: pull.base.branch }, sha: { from: pull.base.sha } };
    pull.base = edit.base;
  }
  if (Object.keys(changes).length > 0) announcePull(github, pull, 'edited', byId, { changes });
}

export function closePull(github: Github, pull: Pull, byId: number): void {
  if (pull.state === 'closed') return;
  pull.state = 'closed';
  pull.closedAt = github.clock.text();
  announcePull(github, pull, 'closed', byId);
}

export function reopenPull(github: Github, pull: Pull, byId: number): void {
  if (pull.state === 'open') return;
  if (pull.mergedAt !== null || pull.head.repositoryId === null) {
    throw invalid('PullRequest', { field: 'state', code: 'invalid', message: 'state cannot be changed.' });
  }
  pull.state = 'open';
  pull.closedAt = null;
  announcePull(github, pull, 'reopened', byId);
}

/** Draft or ready; nothing happens when it already is. */
export function setDraft(github: Github, pull: Pull, draft: boolean, byId: number): void {
  if (pull.draft === draft) return;
  pull.draft = draft;
  announcePull(github, pull, draft ? 'converted_to_draft' : 'ready_for_review', byId);
}

export function setLocked(github: Github, pull: Pull, locked: boolean, byId: number): void {
  if (pull.locked === locked) return;
  pull.locked = locked;
  announcePull(github, pull, locked ? 'locked' : 'unlocked', byId);
}

export function setLabel(github: Github, pull: Pull, name: string, on: boolean, byId: number): void {
  const { world } = github;
  const present = pull.labels.find((row) => row.name === name);
  if (Boolean(present) === on) return;
  const label: Label = present ?? { id: world.newId(), name, color: '5319e7', description: null };
  pull.labels = on ? [...pull.labels, label] : pull.labels.filter((row) => row !== present);
  announcePull(github, pull, on ? 'labeled' : 'unlabeled', byId, {
    label: labelView(world, world.repository(pull.repositoryId), label),
  });
}

export function setReviewer(github: Github, pull: Pull, userId: number, on: boolean, byId: number): void {
  if (pull.reviewerIds.includes(userId) === on) return;
  pull.reviewerIds = on ? [...pull.reviewerIds, userId] : pull.reviewerIds.filter((id) => id !== userId);
  announcePull(github, pull, on ? 'review_requested' : 'review_request_removed', byId, {
    requested_reviewer: simpleUser(github.world, userId),
  });
}

export function setAssignee(github: Github, pull: Pull, userId: number, on: boolean, byId: number): void {
  if (pull.assigneeIds.includes(userId) === on) return;
  pull.assigneeIds = on ? [...pull.assigneeIds, userId] : pull.assigneeIds.filter((id) => id !== userId);
  announcePull(github, pull, on ? 'assigned' : 'unassigned', byId, { assignee: simpleUser(github.world, userId) });
}
