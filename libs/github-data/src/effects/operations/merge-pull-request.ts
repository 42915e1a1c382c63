import { z } from 'zod';
import { EffectFailed } from '@foundry/messaging';
import { GithubFailure } from '../../client/github-failure.js';
import type { OperationOf } from '../../contracts/index.js';
import type { ActingPerson, Place } from './acting-person.js';
import type { OperatedPullRequest } from './answers.js';
import { type Done, doneWith } from './done.js';
import { OperationRefused, wordsIn } from './operation-refused.js';

type Merging = OperationOf<'merge'>;

const isMerged = ({ merged, merged_at: at }: OperatedPullRequest): boolean => merged === true || (at ?? null) !== null;

/** Merges at the commit that was seen; GitHub compares it once more in the same step. */
export async function mergePullRequest(person: ActingPerson, place: Place, operation: Merging): Promise<Done> {
  const pull = await person.readPull(place, operation.number);
  if (isMerged(pull)) return doneWith(place, pull, true);
  if (pull.state === 'closed') throw new OperationRefused('pull_request.closed');
  if (pull.head.sha !== operation.expectedHeadSha) throw new OperationRefused('pull_request.head_moved');
  if (pull.draft === true) throw new OperationRefused('pull_request.draft');
  const { owner, repo } = place;
  const { number, method, expectedHeadSha: sha } = operation;
  try {
    await person.ask({
      route: 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge',
      parameters: { owner, repo, pull_number: number, merge_method: method, sha },
      answer: z.object({ merged: z.boolean() }),
      tries: 1,
    });
  } catch (error) {
    if (!(error instanceof GithubFailure) || error.kind !== 'refused') throw error;
    const after = await person.readPull(place, number);
    if (!isMerged(after)) throw notMerged(error, after, operation);
    return doneWith(place, after, false);
  }
  return doneWith(place, await person.readPull(place, number), false);
}

/** GitHub has one status for all that stands in the way; its words and the pull request tell what it is. */
function notMerged(failure: GithubFailure, pull: OperatedPullRequest, { expectedHeadSha }: Merging): Error {
  const words = wordsIn(failure);
  const { head, state, draft, mergeable, mergeable_state: merging } = pull;
  if (state === 'closed') return new OperationRefused('pull_request.closed', { words });
  if (head.sha !== expectedHeadSha || failure.status === 409)
    return new OperationRefused('pull_request.head_moved', { words });
  if (/base branch was modified/i.test(words)) return new EffectFailed('github.refused', 'The base branch moved.');
  if (/are not allowed on this repository/i.test(words))
    return new OperationRefused('pull_request.method_not_allowed', { words });
  if (draft === true) return new OperationRefused('pull_request.draft', { words });
  if (mergeable === false || merging === 'dirty') return new OperationRefused('pull_request.conflict', { words });
  return new OperationRefused('pull_request.blocked', { words });
}
