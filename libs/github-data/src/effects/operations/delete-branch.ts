import { z } from 'zod';
import { GithubFailure } from '../../client/github-failure.js';
import type { OperationOf } from '../../contracts/index.js';
import type { ActingPerson, Place } from './acting-person.js';
import { Ref } from './answers.js';
import type { Done } from './done.js';
import { type Meanings, OperationRefused, refusal, wordsIn } from './operation-refused.js';

type Deleting = OperationOf<'delete_branch'>;

const MEANINGS: Meanings = [[/protected|cannot delete|rule violations/i, 'branch.protected']];

/** Gone already is fine. GitHub cannot compare and delete in one step, so a push between the two calls is not seen. */
export async function deleteBranch(person: ActingPerson, place: Place, operation: Deleting): Promise<Done> {
  const { branch, expectedHeadSha } = operation;
  const { default_branch: usual } = await person.readRepository(place);
  if (branch === usual) throw new OperationRefused('branch.is_default');
  const sha = await headOf(person, place, branch);
  if (sha === null) return done(expectedHeadSha, true);
  if (sha !== expectedHeadSha) throw new OperationRefused('branch.moved');
  const { owner, repo } = place;
  try {
    await person.ask({
      route: 'DELETE /repos/{owner}/{repo}/git/refs/{ref}',
      parameters: { owner, repo, ref: `heads/${branch}` },
      answer: z.unknown(),
      tries: 1,
    });
    return done(sha, false);
  } catch (error) {
    if (error instanceof GithubFailure && /does not exist/i.test(wordsIn(error))) return done(sha, true);
    throw refusal(error, MEANINGS, 'github.refused');
  }
}

const done = (headSha: string, existing: boolean): Done => ({
  result: { existing, number: null, url: null, headSha },
  pullRequest: null,
});

async function headOf(person: ActingPerson, { owner, repo }: Place, branch: string): Promise<string | null> {
  try {
    const { object } = await person.ask({
      route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
      parameters: { owner, repo, ref: `heads/${branch}` },
      answer: Ref,
    });
    return object.sha;
  } catch (error) {
    if (error instanceof GithubFailure && error.kind === 'missing') return null;
    throw error;
  }
}
