import { InstanceApps, UserTokens } from '@foundry/github-data/contracts';
import { Global, Module } from '@nestjs/common';
import { CredentialLeases } from './auth-rows/credential-leases.js';
import { GithubAccounts } from './auth-rows/github-accounts.js';
import { GithubCredentials } from './contracts/index.js';
import { CredentialEnds } from './credentials/credential-ends.js';
import { CredentialLender } from './credentials/credential-lender.js';
import { FreshUserTokens } from './credentials/fresh-user-tokens.js';
import { NarrowedTokens } from './credentials/narrowed-tokens.js';
import { PersonTokens } from './credentials/person-tokens.js';
import { GithubOauth } from './github/github-oauth.js';
import { GithubSite } from './github/github-site.js';

/**
 * Hands what people may do at GitHub to effects that act for them, in the worker alone. Needs `SecurityModule` and the
 * worker's module of github-data.
 */
@Global()
@Module({
  providers: [
    {
      provide: GithubSite,
      useFactory: (apps: InstanceApps) => GithubSite.of(process.env, apps),
      inject: [InstanceApps],
    },
    GithubOauth,
    GithubAccounts,
    CredentialLeases,
    PersonTokens,
    NarrowedTokens,
    CredentialEnds,
    { provide: UserTokens, useClass: FreshUserTokens },
    { provide: GithubCredentials, useClass: CredentialLender },
  ],
  exports: [UserTokens, GithubCredentials, CredentialEnds],
})
export class UserCredentialsModule {}
