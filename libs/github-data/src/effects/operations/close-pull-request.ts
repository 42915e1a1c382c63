import type { OperationOf } from '../../contracts/index.js';
import { GithubPullRequest } from '../../reading/pull-request.js';
import type { ActingPerson, Place } from './acting-person.js';
import { type Done, doneWith } from './done.js';
import { refusal } from './operation-refused.js';

/** Closed or merged already is fine: it is not open any more, and that was the wish. */
export async function closePullRequest(
  person: ActingPerson,
  place: Place,
  { number }: OperationOf<'close'>,
): Promise<Done> {
  const pull = await person.readPull(place, number);
  if (pull.state === 'closed') return doneWith(place, pull, true);
  const { owner, repo } = place;
  try {
    const closed = await person.ask({
      route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
      parameters: { owner, repo, pull_number: number, state: 'closed' },
      answer: GithubPullRequest,
      tries: 1,
    });
    return doneWith(place, closed, false);
  } catch (error) {
    throw refusal(error, [], 'github.refused');
  }
}
