import { InstanceApps } from '@foundry/github-data/contracts';
import { Module } from '@nestjs/common';
import { AnnounceAccountHandler } from './commands/announce-account.handler.js';
import { AnnounceSessionsEndedHandler } from './commands/announce-sessions-ended.handler.js';
import { AnnounceSignInHandler } from './commands/announce-sign-in.handler.js';
import { DeleteAccountHandler } from './commands/delete-account.handler.js';
import { CreateApiTokenHandler } from './commands/create-api-token.handler.js';
import { EndCredentialsHandler } from './commands/end-credentials.handler.js';
import { PruneAuthRowsHandler } from './commands/prune-auth-rows.handler.js';
import { RecordCredentialEndedHandler } from './commands/record-credential-ended.handler.js';
import { RefreshActivePeopleHandler } from './commands/refresh-active-people.handler.js';
import { RequireRotationHandler } from './commands/require-rotation.handler.js';
import { RevokeApiTokenHandler } from './commands/revoke-api-token.handler.js';
import { RevokeAuthorizationHandler } from './commands/revoke-authorization.handler.js';
import { RecordEndedHoldersHandler, SweepCredentialsHandler } from './commands/sweep-credentials.handler.js';
import { UpdatePreferencesHandler } from './commands/update-preferences.handler.js';
import { EndGithubCredentialEffect } from './effects/end-github-credential.effect.js';
import { FindEndedHoldersEffect } from './effects/find-ended-holders.effect.js';
import { manifest } from './manifest.js';
import {
  EndOnAccessLowered,
  EndOnMemberRemoved,
  EndOnRoleLowered,
  RevokeOnAuthorizationRevoked,
} from './reactions/end-credentials.js';
import { RotateOnRoleChange } from './reactions/rotate-on-role-change.js';
import { AccountFrames, ApiTokensFrames, PreferencesFrames, SignedInFrames } from './realtime/user-frames.js';
import { RecordGrantEndedHandler } from './commands/record-grant-ended.handler.js';
import { RecordProfileHandler } from './commands/record-profile.handler.js';
import { STATE_HANDLERS } from './commands/state/index.js';
import { DeleteGithubGrantEffect } from './effects/delete-github-grant.effect.js';
import { GithubGrants } from './effects/github-grants.js';
import { GithubSite } from './github/github-site.js';
import { ORGANIZATION_REACTIONS } from './reactions/organization-reactions.js';
import { TASK_REACTIONS } from './reactions/task-reactions.js';
import { TURN_REACTIONS } from './reactions/turn-reactions.js';
import { STATE_FRAMES } from './realtime/state-frames.js';
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
    AnnounceAccountHandler,
    EndCredentialsHandler,
    RecordCredentialEndedHandler,
    SweepCredentialsHandler,
    RecordEndedHoldersHandler,
    RevokeAuthorizationHandler,
    RefreshActivePeopleHandler,
    EndGithubCredentialEffect,
    FindEndedHoldersEffect,
    EndOnMemberRemoved,
    EndOnRoleLowered,
    EndOnAccessLowered,
    RevokeOnAuthorizationRevoked,
    AccountFrames,
    RotateOnRoleChange,
    ApiTokensFrames,
    SignedInFrames,
    PreferencesFrames,
    ...STATE_HANDLERS,
    ...STATE_FRAMES,
    ...TURN_REACTIONS,
    ...TASK_REACTIONS,
    ...ORGANIZATION_REACTIONS,
    RecordProfileHandler,
    DeleteAccountHandler,
    RecordGrantEndedHandler,
    DeleteGithubGrantEffect,
    {
      provide: GithubGrants,
      useFactory: (apps?: InstanceApps) => new GithubGrants(GithubSite.of(process.env, apps)),
      inject: [{ token: InstanceApps, optional: true }],
    },
  ],
  exports: [UserQueriesModule],
})
export class UserWorkerModule {
  static readonly manifest = manifest;
}
