import { type NoUserToken, UserTokens } from '@foundry/github-data/contracts';
import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { GithubAccounts } from '../auth-rows/github-accounts.js';
import { PersonTokens } from './person-tokens.js';

const FRESH_SECONDS = 60;

/** Tokens of people for effects that ask GitHub on their behalf. */
@Injectable()
export class FreshUserTokens extends UserTokens {
  constructor(
    private readonly database: Database,
    private readonly accounts: GithubAccounts,
    private readonly tokens: PersonTokens,
  ) {
    super();
  }

  async tokenOf(userId: string, refused?: string): Promise<{ token: string } | NoUserToken> {
    const notVersion = refused === undefined ? undefined : await this.versionOf(userId, refused);
    const need = { seconds: FRESH_SECONDS, ...(notVersion === undefined ? {} : { notVersion }) };
    const given = await this.tokens.of(userId, need);
    return 'refused' in given ? given : { token: given.token.reveal() };
  }

  /** The version of the stored token, if that is the one that was refused. */
  private async versionOf(userId: string, refused: string): Promise<number | undefined> {
    const held = await this.accounts.held(this.database.sql, userId);
    return held?.token?.reveal() === refused ? held.version : undefined;
  }
}
