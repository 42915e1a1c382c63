import type { z } from 'zod';
import type { Github, Question } from '../../client/github.js';
import { GithubFailure } from '../../client/github-failure.js';
import type { UserTokens } from '../../contracts/index.js';
import { OperationRefused } from './operation-refused.js';
import { OperatedPullRequest, RepositoryHead } from './answers.js';

/** The repository that an operation is about. */
export interface Place {
  repositoryId: string;
  owner: string;
  repo: string;
}

type Asked<T> = Pick<Question<T>, 'route' | 'parameters' | 'answer' | 'tries'>;

/** Asks GitHub as one person, for that person's own act. The token stays in this object, and so in memory. */
export class ActingPerson {
  private token: string | null = null;

  constructor(
    private readonly github: Github,
    private readonly tokens: UserTokens | null,
    private readonly userId: string,
    private readonly abort: AbortSignal,
  ) {}

  /** The answer. A token that GitHub does not take is asked for once more; the same again means to sign in again. */
  async ask<T>(asked: Asked<T>): Promise<T> {
    this.token ??= await this.newToken();
    try {
      return await this.once(asked, this.token);
    } catch (error) {
      if (!(error instanceof GithubFailure) || error.kind !== 'unauthorized') throw error;
      const renewed = await this.newToken();
      if (renewed === this.token) throw new OperationRefused('user.reauthorize');
      this.token = renewed;
      return this.once(asked, renewed);
    }
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

  private async once<T>(asked: Asked<T>, token: string): Promise<T> {
    const { userId, abort } = this;
    const answer = await this.github.ask({
      ...asked,
      authority: { as: 'user', userId, token },
      urgency: 'person',
      abort,
    });
    if (!answer.changed) throw new GithubFailure('unreadable', 304);
    return answer.data;
  }

  private async newToken(): Promise<string> {
    const given = (await this.tokens?.tokenOf(this.userId)) ?? { refused: 'user.reauthorize' as const };
    if (!('refused' in given)) return given.token;
    throw given.refused === 'user.reauthorize'
      ? new OperationRefused('user.reauthorize')
      : new GithubFailure('unavailable', null);
  }
}
