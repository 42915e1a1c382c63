import { nodeId, simpleUser } from '../accounts/account.view.js';
import type { Github } from '../github.js';
import { repositoryUrl } from '../repositories/repository.view.js';
import type { Comment, Pull, Review } from '../state/records.js';
import type { World } from '../state/world.js';
import { association, pullSimple } from './pull.view.js';

/** Reviews and comments, as GitHub shows them. */
function place(world: World, row: { repositoryId: number; number: number }) {
  const repository = world.repository(row.repositoryId);
  const api = repositoryUrl(world, repository);
  const html = `${world.addresses.web}/${world.fullName(repository)}/pull/${row.number}`;
  return { repository, api, html, pull: `${api}/pulls/${row.number}` };
}

/** GitHub's `pull-request-review`. In events the state is written in small letters. */
export function reviewView(world: World, review: Review) {
  const { repository, html, pull } = place(world, review);
  const at = `${html}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: simpleUser(world, review.userId),
    body: review.body,
    state: review.state,
    html_url: at,
    pull_request_url: pull,
    author_association: association(world, repository, review.userId),
    _links: { html: { href: at }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.sha,
  };
}

const noReactions = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };

/** GitHub's `issue-comment`. */
export function issueCommentView(world: World, comment: Comment) {
  const { repository, api, html } = place(world, comment);
  const url = `${api}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${html}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.number}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: simpleUser(world, comment.userId),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(world, repository, comment.userId),
    body: comment.body,
    reactions: { url: `${url}/reactions`, total_count: 0, ...noReactions },
    performed_via_github_app: null,
  };
}

/** GitHub's `pull-request-review-comment`. */
export function lineCommentView(world: World, comment: Comment) {
  const { repository, api, html, pull } = place(world, comment);
  const url = `${api}/pulls/comments/${comment.id}`;
  const at = `${html}#discussion_r${comment.id}`;
  const sha = comment.line?.sha ?? '';
  const line = comment.line?.line ?? 1;
  return {
    url,
    pull_request_review_id: comment.line?.reviewId ?? null,
    id: comment.id,
    node_id: nodeId('PullRequestReviewComment', comment.id),
    diff_hunk: `@@ -${line},1 +${line},1 @@`,
    path: comment.line?.path ?? '',
    position: 1,
    original_position: 1,
    commit_id: sha,
    original_commit_id: sha,
    user: simpleUser(world, comment.userId),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: at,
    pull_request_url: pull,
    author_association: association(world, repository, comment.userId),
    _links: { self: { href: url }, html: { href: at }, pull_request: { href: pull } },
    line,
    original_line: line,
    side: 'RIGHT',
    start_line: null,
    original_start_line: null,
    start_side: null,
    subject_type: 'line',
    reactions: { url: `${url}/reactions`, total_count: 0, ...noReactions },
  };
}

/** A pull request as an issue, as in comment events. */
function issueView(world: World, pull: Pull) {
  const { repository, api, html } = place(world, pull);
  const simple = pullSimple(world, pull);
  const url = simple.issue_url;
  const comments = world.comments.filter((row) => row.repositoryId === pull.repositoryId && row.number === pull.number);
  return {
    url,
    repository_url: repositoryUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: pull.id + 500_000_000,
    node_id: nodeId('Issue', pull.id),
    number: pull.number,
    title: pull.title,
    user: simple.user,
    labels: simple.labels,
    state: pull.state,
    locked: pull.locked,
    assignee: simple.assignee,
    assignees: simple.assignees,
    milestone: null,
    comments: comments.length,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    author_association: simple.author_association,
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: {
      url: `${api}/pulls/${pull.number}`,
      html_url: html,
      diff_url: simple.diff_url,
      patch_url: simple.patch_url,
      merged_at: pull.mergedAt,
    },
    body: pull.body,
    reactions: { url: `${url}/reactions`, total_count: 0, ...noReactions },
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: null,
  };
}

type Said = Pick<Review, 'state' | 'body'>;

/** A person reviews; whoever reviews is no longer asked to. */
export function review({ world, clock, announcer }: Github, pull: Pull, { state, body }: Said, byId: number): Review {
  const row: Review = {
    id: world.newId(),
    repositoryId: pull.repositoryId,
    number: pull.number,
    userId: byId,
    state,
    body,
    sha: pull.head.sha,
    submittedAt: clock.text(),
  };
  world.reviews.push(row);
  pull.reviewerIds = pull.reviewerIds.filter((id) => id !== byId);
  pull.updatedAt = clock.text();
  world.touch();
  announcer.aboutRepository('pull_request_review', world.repository(pull.repositoryId), byId, {
    action: 'submitted',
    review: { ...reviewView(world, row), state: state.toLowerCase() },
    pull_request: pullSimple(world, pull),
  });
  return row;
}

export function dismissReview({ world, clock, announcer }: Github, pull: Pull, row: Review, byId: number): void {
  row.state = 'DISMISSED';
  pull.updatedAt = clock.text();
  world.touch();
  announcer.aboutRepository('pull_request_review', world.repository(pull.repositoryId), byId, {
    action: 'dismissed',
    review: { ...reviewView(world, row), state: 'dismissed' },
    pull_request: pullSimple(world, pull),
  });
}

/** A person comments on the pull request, or on a line of it. */
export function comment(
  { world, clock, announcer }: Github,
  pull: Pull,
  { body, line }: { body: string; line?: { path: string; line: number } | undefined },
  byId: number,
): Comment {
  const now = clock.text();
  const row: Comment = {
    id: world.newId(),
    repositoryId: pull.repositoryId,
    number: pull.number,
    userId: byId,
    body,
    line: line ? { ...line, sha: pull.head.sha, reviewId: world.newId() } : null,
    createdAt: now,
    updatedAt: now,
  };
  world.comments.push(row);
  pull.updatedAt = now;
  world.touch();
  const repository = world.repository(pull.repositoryId);
  if (line) {
    announcer.aboutRepository('pull_request_review_comment', repository, byId, {
      action: 'created',
      comment: lineCommentView(world, row),
      pull_request: pullSimple(world, pull),
    });
  } else {
    announcer.aboutRepository('issue_comment', repository, byId, {
      action: 'created',
      issue: issueView(world, pull),
      comment: issueCommentView(world, row),
    });
  }
  return row;
}
