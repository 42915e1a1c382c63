import { Module } from '@nestjs/common';
import { AuthSessions } from './auth-rows/auth-sessions.js';
import { GithubAccounts } from './auth-rows/github-accounts.js';
import { SignInAttempts } from './auth-rows/sign-in-attempts.js';
import { SignInCounts } from './auth-rows/sign-in-counts.js';
import { AccountController } from './http/account.controller.js';
import { ApiTokensController } from './http/api-tokens.controller.js';
import { AppController } from './http/app.controller.js';
import { DraftsController } from './http/drafts.controller.js';
import { InboxController } from './http/inbox.controller.js';
import { MeController } from './http/me.controller.js';
import { OwnTasks } from './http/own-tasks.js';
import { SessionsController } from './http/sessions.controller.js';
import { SignInController } from './http/sign-in.controller.js';
import { SignOutController } from './http/sign-out.controller.js';
import { TaskStateController } from './http/task-state.controller.js';
import { manifest } from './manifest.js';
import { AppOrganizations } from './queries/app-organizations.js';
import { HiddenItems } from './queries/hidden-items.js';
import { PersonalSnapshots } from './queries/personal-snapshot.js';
import { SessionViewers } from './realtime/session-viewers.js';
import { SeenSessions } from './queries/seen-sessions.js';
import { AppTopic } from './realtime/app.topic.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignOut } from './sign-in/sign-out.js';
import { UserQueriesModule } from './user-queries.module.js';

/**
 * What the API shows of this module: signing in and out, a person's own things, and whom a credential stands for. The
 * app provides `SignInSettings`, `SessionCookies` and `Instance`, and may provide `SignInFollowUps`.
 */
@Module({
  imports: [UserQueriesModule],
  controllers: [
    AppController,
    SignInController,
    SignOutController,
    MeController,
    SessionsController,
    ApiTokensController,
    TaskStateController,
    DraftsController,
    InboxController,
    AccountController,
  ],
  providers: [
    AppTopic,
    AppOrganizations,
    PersonalSnapshots,
    HiddenItems,
    SessionViewers,
    SeenSessions,
    OwnTasks,
    AuthSessions,
    GithubAccounts,
    SignInAttempts,
    SignInCounts,
    SignIn,
    SignOut,
  ],
  exports: [UserQueriesModule],
})
export class UserApiModule {
  static readonly manifest = manifest;
}
