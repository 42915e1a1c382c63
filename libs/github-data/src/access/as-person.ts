import type { z } from 'zod';
import type { Fresh, Github, Question } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import type { NoUserToken, UserTokens } from '../contracts/index.js';

export type Asks = <T>(route: string, parameters: Question<T>['parameters'], answer: z.ZodType<T>) => Promise<Fresh<T>>;

/**
 * GitHub, asked with one person's own token. Where GitHub takes the token no more, another one is got once, and the call
 * repeated once. Every failure is a `GithubFailure`.
 */
export class AsPerson {
  private constructor(
    private readonly github: Github,
    private readonly tokens: UserTokens,
    private readonly userId: string,
    private token: string,
    private readonly options: Pick<Question<unknown>, 'abort' | 'urgency'>,
  ) {}

  static async begin(
    github: Github,
    tokens: UserTokens | null,
    userId: string,
    options: Pick<Question<unknown>, 'abort' | 'urgency'> = {},
  ): Promise<AsPerson | NoUserToken> {
    const given = await tokens?.tokenOf(userId);
    if (!tokens || !given) return { refused: 'user.reauthorize' };
    return 'refused' in given ? given : new AsPerson(github, tokens, userId, given.token, options);
  }

  readonly ask: Asks = async (route, parameters, answer) => {
    const { token } = this;
    try {
      return await this.once(token, route, parameters, answer);
    } catch (error) {
      if (!(error instanceof GithubFailure) || error.kind !== 'unauthorized') throw error;
      const next = await this.another(token, error);
      return this.once(next, route, parameters, answer);
    }
  };

  /** Several calls of one person may be refused together; whoever comes later uses what the first one got. */
  private async another(refused: string, failure: GithubFailure): Promise<string> {
    if (this.token !== refused) return this.token;
    const given = await this.tokens.tokenOf(this.userId, refused);
    if ('refused' in given)
      throw given.refused === 'user.reauthorize' ? failure : new GithubFailure('unavailable', null);
    this.token = given.token;
    return given.token;
  }

  private async once<T>(
    token: string,
    route: string,
    parameters: Question<T>['parameters'],
    answer: z.ZodType<T>,
  ): Promise<Fresh<T>> {
    const authority = { as: 'user' as const, userId: this.userId, token };
    const got = await this.github.ask({ authority, route, parameters: parameters ?? {}, answer, ...this.options });
    if (!got.changed) throw new GithubFailure('unreadable', 304);
    return got;
  }
}
