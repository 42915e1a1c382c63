import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { PullRequestActivity, RefreshPullRequest, ReviewState } from '../../contracts/index.js';
import { pullRequestFacts } from '../../reading/pull-request.js';
import { type GithubRepository, repositoryFacts } from '../../reading/repository.js';
import { byOf, type GithubUser } from '../../reading/values.js';
import { CommentPayload, PullRequestPayload, ReviewPayload } from '../../reading/webhook.js';
import { storePullRequests, tellPullRequests } from '../store-pull-requests.js';
import { storeRepositories } from '../store-repositories.js';
import { takeVersions } from '../versions.js';
import { type Applies, ignored, PROCESSED, readPayload } from './delivered.js';

/** The repository of an event, from its payload; false when the App cannot see it any more. */
async function isThere(tx: Tx, organizationId: string, row: GithubRepository, at: Date): Promise<boolean> {
  const source = { observedAt: at, by: 'event' } as const;
  return (await storeRepositories(tx, organizationId, [repositoryFacts(row)], source)).has(row.id);
}

/** The state is applied, not the action; so actions that GitHub adds later are applied as well. */
export const pullRequest: Applies = async (tx, { organizationId, payload, action, at }) => {
  const { pull_request: row, repository, sender } = readPayload(PullRequestPayload, payload);
  if (!(await isThere(tx, organizationId, repository, at))) return ignored('repository_removed');
  const facts = pullRequestFacts(repository.id, row);
  await storePullRequests(tx, organizationId, repository.id, [facts], { observedAt: at, fetched: false });
  if (action === 'review_requested')
    await tell(tx, { organizationId, repository, number: row.number, sender, at }, action);
  return PROCESSED;
};

interface Acted {
  organizationId: string;
  repository: GithubRepository;
  number: number;
  sender: GithubUser | null | undefined;
  at: Date;
}

async function tell(
  tx: Tx,
  { organizationId, repository, number, sender, at }: Acted,
  activity: PullRequestActivity['payload']['activity'],
): Promise<void> {
  const version = await takeVersions(tx, organizationId);
  tx.emit(
    new PullRequestActivity({
      organizationId,
      version,
      repositoryId: repository.id,
      number,
      activity,
      by: byOf(sender),
      at: at.toISOString(),
    }),
  );
}

const Reviews = z.record(z.string(), z.object({ state: z.string(), at: z.string() }));
const Reviewed = z.array(z.object({ reviews: Reviews, review: ReviewState }));
const COUNTED = ['approved', 'changes_requested', 'dismissed'];

export const review: Applies = async (tx, { organizationId, payload, action, at }) => {
  const { review: given, pull_request: row, repository, sender } = readPayload(ReviewPayload, payload);
  if (!(await isThere(tx, organizationId, repository, at))) return ignored('repository_removed');
  const { number } = row;
  const [known] = Reviewed.parse(
    await tx.sql`select reviews, review from github_data.pull_requests where organization_id = ${organizationId}
      and repository_id = ${repository.id} and number = ${number}`,
  );
  if (!known) {
    tx.send(new RefreshPullRequest({ organizationId, repositoryId: repository.id, number }));
    return PROCESSED;
  }
  const state = given.state.toLowerCase();
  const time = given.submitted_at ?? at.toISOString();
  const by = given.user?.id;
  const older = by !== undefined && (known.reviews[by]?.at ?? '') > time;
  if (by !== undefined && COUNTED.includes(state) && !older) {
    const reviews = { ...known.reviews, [by]: { state, at: time } };
    const states = Object.values(reviews).map((latest) => latest.state);
    const sum: ReviewState = states.includes('changes_requested')
      ? 'changes_requested'
      : states.includes('approved')
        ? 'approved'
        : 'none';
    const version = await takeVersions(tx, organizationId);
    await tx.sql`update github_data.pull_requests set reviews = ${JSON.stringify(reviews)}::jsonb, review = ${sum},
      version = ${version} where organization_id = ${organizationId} and repository_id = ${repository.id}
      and number = ${number}`;
    if (sum !== known.review) await tellPullRequests(tx, organizationId, repository.id, [number]);
  }
  if (action === 'submitted') await tell(tx, { organizationId, repository, number, sender, at }, 'review');
  return PROCESSED;
};

export const comment: Applies = async (tx, { organizationId, payload, action, event, at }) => {
  const { pull_request: pull, issue, repository, sender } = readPayload(CommentPayload, payload);
  const number = pull?.number ?? (issue && (issue.pull_request ?? null) !== null ? issue.number : null);
  if (number === null) return ignored('not_a_pull_request');
  if (action !== 'created') return ignored('unhandled_event');
  if (!(await isThere(tx, organizationId, repository, at))) return ignored('repository_removed');
  const activity = event === 'pull_request_review_comment' ? 'review_comment' : 'comment';
  await tell(tx, { organizationId, repository, number, sender, at }, activity);
  return PROCESSED;
};
