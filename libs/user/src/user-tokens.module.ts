import { UserTokens } from '@foundry/github-data/contracts';
import { Global, Module } from '@nestjs/common';
import { GithubAccounts } from './auth-rows/github-accounts.js';
import { StoredUserTokens } from './auth-rows/stored-user-tokens.js';

/** Hands people's tokens to effects that ask GitHub for them, in the worker alone. Needs `SecurityModule`. */
@Global()
@Module({
  providers: [GithubAccounts, { provide: UserTokens, useClass: StoredUserTokens }],
  exports: [UserTokens],
})
export class UserTokensModule {}
