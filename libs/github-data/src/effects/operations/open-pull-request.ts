import { z } from 'zod';
import { GithubFailure } from '../../client/github-failure.js';
import type { OperationOf } from '../../contracts/index.js';
import { GithubPullRequest } from '../../reading/pull-request.js';
import type { ActingPerson, Place } from './acting-person.js';
import { type Done, doneWith } from './done.js';
import { type Meanings, refusal, wordsIn } from './operation-refused.js';

type Opening = OperationOf<'open'>;

const MEANINGS: Meanings = [
  [/no commits between/i, 'pull_request.no_commits'],
  [/^head\b|\bhead sha can't be blank/i, 'pull_request.head_missing'],
  [/^base\b|\bbase sha can't be blank/i, 'pull_request.base_missing'],
  [/draft pull requests are not supported/i, 'pull_request.draft_unsupported'],
];

/** One is open from this branch to this base already, or it is opened now. */
export async function openPullRequest(person: ActingPerson, place: Place, operation: Opening): Promise<Done> {
  const open = await findOpen(person, place, operation);
  if (open) return doneWith(place, open, true);
  const { owner, repo } = place;
  const { branch: head, base, title, body, draft } = operation;
  try {
    const pull = await person.ask({
      route: 'POST /repos/{owner}/{repo}/pulls',
      parameters: { owner, repo, head, base, title, body, draft },
      answer: GithubPullRequest,
      tries: 1,
    });
    return doneWith(place, pull, false);
  } catch (error) {
    const isThere =
      error instanceof GithubFailure && error.kind === 'refused' && /already exists/i.test(wordsIn(error));
    // somebody was faster
    const other = isThere ? await findOpen(person, place, operation) : null;
    if (other) return doneWith(place, other, true);
    throw refusal(error, MEANINGS, 'github.refused');
  }
}

async function findOpen(
  person: ActingPerson,
  { owner, repo }: Place,
  { branch, base }: Opening,
): Promise<GithubPullRequest | null> {
  const [found = null] = await person.ask({
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: { owner, repo, state: 'open', head: `${owner}:${branch}`, base, per_page: 1 },
    answer: z.array(GithubPullRequest),
  });
  return found;
}
