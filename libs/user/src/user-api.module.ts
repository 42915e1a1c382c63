import { Module } from '@nestjs/common';
import { ApiTokensController } from './http/api-tokens.controller.js';
import { manifest } from './manifest.js';
import { AppTopic } from './realtime/app.topic.js';
import { UserQueriesModule } from './user-queries.module.js';

/** What the API shows of this module: a person's own things, and whom a token stands for. */
@Module({
  imports: [UserQueriesModule],
  controllers: [ApiTokensController],
  providers: [AppTopic],
  exports: [UserQueriesModule],
})
export class UserApiModule {
  static readonly manifest = manifest;
}
