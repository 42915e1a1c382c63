import type { OperationOf } from '../../contracts/index.js';
import type { ActingPerson, Place } from './acting-person.js';
import { GraphqlAnswer } from './answers.js';
import { type Done, doneWith } from './done.js';
import { OperationRefused } from './operation-refused.js';

/** REST cannot do it. */
const MUTATION = `mutation ($id: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`;

const DENIED: readonly string[] = ['FORBIDDEN', 'INSUFFICIENT_SCOPES', 'NOT_FOUND'];

/** Ready already is fine; closed is not. */
export async function markReady(
  person: ActingPerson,
  place: Place,
  { number }: OperationOf<'mark_ready'>,
): Promise<Done> {
  const pull = await person.readPull(place, number);
  if (pull.state === 'closed') throw new OperationRefused('pull_request.closed');
  if (pull.draft !== true) return doneWith(place, pull, true);
  const { errors } = await person.ask({
    route: 'POST /graphql',
    parameters: { query: MUTATION, variables: { id: pull.node_id } },
    answer: GraphqlAnswer,
    tries: 1,
  });
  const [first] = errors ?? [];
  if (first) {
    // the pull request was read a moment ago, so what is not found now is what may not be done
    const code = DENIED.includes(first.type ?? '') ? 'repository.access_denied' : 'github.refused';
    throw new OperationRefused(code, { words: first.message });
  }
  return doneWith(place, await person.readPull(place, number), false);
}
