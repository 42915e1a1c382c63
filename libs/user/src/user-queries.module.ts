import { Module } from '@nestjs/common';
import { StoredPeople } from './auth-rows/stored-people.js';
import { People } from './contracts/index.js';
import { ApiTokensOfQuery, LiveTokensQuery } from './queries/api-tokens.query.js';
import { AuthenticateTokenQuery } from './queries/authenticate-token.query.js';
import { UserOfQuery } from './queries/user.query.js';

/** Answers to other modules and the port to auth rows, in whichever process they are asked for. */
@Module({
  providers: [
    AuthenticateTokenQuery,
    ApiTokensOfQuery,
    LiveTokensQuery,
    UserOfQuery,
    { provide: People, useClass: StoredPeople },
  ],
  exports: [People],
})
export class UserQueriesModule {}
