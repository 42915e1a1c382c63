import { type NoUserToken, UserTokens } from '@foundry/github-data/contracts';
import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { GithubAccounts } from './github-accounts.js';

const FRESH_SECONDS = 60;

/** The token of the last sign-in. It is not refreshed: one that has ended asks to sign in again. */
@Injectable()
export class StoredUserTokens extends UserTokens {
  constructor(
    private readonly database: Database,
    private readonly accounts: GithubAccounts,
  ) {
    super();
  }

  async tokenOf(userId: string): Promise<{ token: string } | NoUserToken> {
    const token = await this.database.transaction((sql) => this.accounts.accessToken(sql, userId, FRESH_SECONDS));
    return token === null ? { refused: 'user.reauthorize' } : { token: token.reveal() };
  }
}
