import { Module } from '@nestjs/common';
import { DrawnSecrets } from './auth-rows/drawn-secrets.js';
import { StoredPeople } from './auth-rows/stored-people.js';
import { People, TokenSecrets } from './contracts/index.js';
import { GithubSite } from './github/github-site.js';
import { ApiTokensOfQuery, LiveTokensQuery } from './queries/api-tokens.query.js';
import { AuthenticateTokenQuery } from './queries/authenticate-token.query.js';
import { AccountOfQuery } from './queries/account.query.js';
import { PreferencesOfQuery } from './queries/preferences.query.js';
import { AuthenticateSessionQuery, LiveSessionsQuery, SessionsOfQuery } from './queries/sessions.query.js';
import { IdentityOfQuery } from './queries/identity.query.js';
import { UserOfQuery } from './queries/user.query.js';

/** Answers to other modules and the port to auth rows, in whichever process they are asked for. */
@Module({
  providers: [
    AuthenticateTokenQuery,
    ApiTokensOfQuery,
    LiveTokensQuery,
    UserOfQuery,
    IdentityOfQuery,
    { provide: GithubSite, useFactory: () => GithubSite.of(process.env) },
    AccountOfQuery,
    PreferencesOfQuery,
    AuthenticateSessionQuery,
    LiveSessionsQuery,
    SessionsOfQuery,
    { provide: People, useClass: StoredPeople },
    { provide: TokenSecrets, useClass: DrawnSecrets },
  ],
  exports: [People, TokenSecrets],
})
export class UserQueriesModule {}
