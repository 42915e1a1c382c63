import { Module } from '@nestjs/common';
import { CreateApiTokenHandler } from './commands/create-api-token.handler.js';
import { RevokeApiTokenHandler } from './commands/revoke-api-token.handler.js';
import { manifest } from './manifest.js';
import { ApiTokensFrames } from './realtime/user-frames.js';
import { UserQueriesModule } from './user-queries.module.js';

/** What the worker runs of this module. */
@Module({
  imports: [UserQueriesModule],
  providers: [CreateApiTokenHandler, RevokeApiTokenHandler, ApiTokensFrames],
  exports: [UserQueriesModule],
})
export class UserWorkerModule {
  static readonly manifest = manifest;
}
