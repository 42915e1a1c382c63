import { Module } from '@nestjs/common';
import { AnnounceSessionsEndedHandler } from './commands/announce-sessions-ended.handler.js';
import { AnnounceSignInHandler } from './commands/announce-sign-in.handler.js';
import { CreateApiTokenHandler } from './commands/create-api-token.handler.js';
import { PruneAuthRowsHandler } from './commands/prune-auth-rows.handler.js';
import { RequireRotationHandler } from './commands/require-rotation.handler.js';
import { RevokeApiTokenHandler } from './commands/revoke-api-token.handler.js';
import { UpdatePreferencesHandler } from './commands/update-preferences.handler.js';
import { manifest } from './manifest.js';
import { RotateOnRoleChange } from './reactions/rotate-on-role-change.js';
import { ApiTokensFrames, PreferencesFrames, SignedInFrames } from './realtime/user-frames.js';
import { UserQueriesModule } from './user-queries.module.js';

/** What the worker runs of this module. */
@Module({
  imports: [UserQueriesModule],
  providers: [
    CreateApiTokenHandler,
    RevokeApiTokenHandler,
    UpdatePreferencesHandler,
    AnnounceSignInHandler,
    AnnounceSessionsEndedHandler,
    RequireRotationHandler,
    PruneAuthRowsHandler,
    RotateOnRoleChange,
    ApiTokensFrames,
    SignedInFrames,
    PreferencesFrames,
  ],
  exports: [UserQueriesModule],
})
export class UserWorkerModule {
  static readonly manifest = manifest;
}
