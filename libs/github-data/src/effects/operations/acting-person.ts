import { type Attempt, EffectFailed } from '@foundry/messaging';
import type { CredentialRefusal, CredentialRequest, GithubCredentials, LentCredential } from '@foundry/user/contracts';
import type { z } from 'zod';
import type { Github, Question } from '../../client/github.js';
import { GithubFailure } from '../../client/github-failure.js';
import { OperatedPullRequest, RepositoryHead } from './answers.js';
import { OperationRefused } from './operation-refused.js';

/** The repository that an operation is about. */
export interface Place {
  repositoryId: string;
  owner: string;
  repo: string;
}

type Asked<T> = Pick<Question<T>, 'route' | 'parameters' | 'answer' | 'tries'>;
type Person = Pick<CredentialRequest, 'userId' | 'organizationId' | 'repositoryId'>;

/** Asks GitHub as one person, for that person's own act. What was lent stays in this object, and so in memory. */
export class ActingPerson {
  private lent: LentCredential | null = null;

  constructor(
    private readonly github: Github,
    private readonly credentials: GithubCredentials | null,
    private readonly person: Person,
    private readonly attempt: Attempt,
  ) {}

  /** The answer. A token that GitHub does not take is asked for once more; refused again means to sign in again. */
  async ask<T>(asked: Asked<T>): Promise<T> {
    this.lent ??= await this.lease();
    try {
      return await this.once(asked, this.lent);
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
    }
    await this.release();
    this.lent = await this.lease();
    try {
      return await this.once(asked, this.lent);
    } catch (error) {
      throw isUnauthorized(error) ? new OperationRefused('user.reauthorize') : error;
    }
  }

  /** Gives back what was lent. */
  async release(): Promise<void> {
    if (this.lent) await this.credentials?.release(this.lent.leaseId);
    this.lent = null;
  }

  async readPull(place: Place, number: number): Promise<z.output<typeof OperatedPullRequest>> {
    const { owner, repo } = place;
    try {
      return await this.ask({
        route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { owner, repo, pull_number: number },
        answer: OperatedPullRequest,
      });
    } catch (error) {
      if (!(error instanceof GithubFailure) || error.kind !== 'missing') throw error;
      // 404 stands for two things; the repository tells which.
      await this.readRepository(place);
      throw new OperationRefused('pull_request.unknown');
    }
  }

  async readRepository({ owner, repo }: Place): Promise<z.output<typeof RepositoryHead>> {
    return this.ask({ route: 'GET /repos/{owner}/{repo}', parameters: { owner, repo }, answer: RepositoryHead });
  }

  private async once<T>(asked: Asked<T>, { secret }: LentCredential): Promise<T> {
    const answer = await this.github.ask({
      ...asked,
      authority: { as: 'user', userId: this.person.userId, token: secret.reveal() },
      urgency: 'person',
      abort: this.attempt.abort,
    });
    if (!answer.changed) throw new GithubFailure('unreadable', 304);
    return answer.data;
  }

  private async lease(): Promise<LentCredential> {
    const request = { ...this.person, purpose: 'pull_request' as const };
    const given = await this.credentials?.lease(request, this.attempt);
    if (given && 'credential' in given) return given.credential;
    throw refusedLease(given?.refused ?? 'user.reauthorize');
  }
}

const isUnauthorized = (error: unknown): boolean => error instanceof GithubFailure && error.kind === 'unauthorized';

/** What waiting may mend is tried again; the others end the operation. */
function refusedLease(refused: CredentialRefusal): Error {
  switch (refused) {
    case 'member.required':
    case 'repository.access_denied':
    case 'user.reauthorize':
      return new OperationRefused(refused);
    case 'lease.stale':
    case 'repository.access_unknown':
    case 'github.unavailable':
      return new EffectFailed('github.unavailable', `No credential was lent: ${refused}.`);
  }
}
