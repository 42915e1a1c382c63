import type { ModuleManifest } from '@foundry/messaging';
import { AddCredentials1764100000210 } from '../migrations/add-credentials.js';
import { AddSignIn1764100000200 } from '../migrations/add-sign-in.js';
import { AddPersonalState1764200000200 } from '../migrations/add-personal-state.js';
import { CreateUser1764000000200 } from '../migrations/create-user.js';
import { SEALED_LEASES } from './auth-rows/credential-leases.js';
import { SEALED_ACCOUNTS } from './auth-rows/github-accounts.js';
import { SEALED_ATTEMPTS } from './auth-rows/sign-in-attempts.js';
import {
  AccountChanged,
  AnnounceAccount,
  AnnounceSessionsEnded,
  AnnounceSignIn,
  ApiTokensChanged,
  CreateApiToken,
  CredentialsEnded,
  EndCredentials,
  EndGithubCredential,
  FindEndedHolders,
  DeleteAccount,
  DeleteGithubGrant,
  DraftChanged,
  InboxChanged,
  PreferencesChanged,
  ProfileChanged,
  PruneAuthRows,
  RecordCredentialEnded,
  RecordEndedHolders,
  RefreshActivePeople,
  PruneInbox,
  RecordGrantEnded,
  RecordProfile,
  RequireRotation,
  RevokeApiToken,
  RevokeAuthorization,
  SessionEnded,
  SignedIn,
  SweepCredentials,
  UserAuthorizationRevoked,
  STATE_COMMANDS,
  TaskStateChanged,
  TaskStateRemoved,
  UpdatePreferences,
  UserDeleted,
} from './contracts/index.js';
import { REFRESH_EVERY_MS } from './domain/active-people.js';
import { ApiToken } from './domain/api-token.entity.js';
import { Draft } from './domain/draft.entity.js';
import { Preferences } from './domain/preferences.entity.js';
import { SessionState } from './domain/session-state.entity.js';
import { TaskState } from './domain/task-state.entity.js';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

export const manifest: ModuleManifest = {
  name: 'user',
  entities: [ApiToken, Preferences, TaskState, SessionState, Draft],
  migrations: [
    CreateUser1764000000200,
    AddSignIn1764100000200,
    AddCredentials1764100000210,
    AddPersonalState1764200000200,
  ],
  commands: [
    CreateApiToken,
    RevokeApiToken,
    UpdatePreferences,
    AnnounceSignIn,
    AnnounceSessionsEnded,
    RequireRotation,
    PruneAuthRows,
    AnnounceAccount,
    EndCredentials,
    RecordCredentialEnded,
    SweepCredentials,
    RecordEndedHolders,
    RevokeAuthorization,
    RefreshActivePeople,
    ...STATE_COMMANDS,
    RecordProfile,
    DeleteAccount,
    RecordGrantEnded,
  ],
  events: [
    ApiTokensChanged,
    SignedIn,
    SessionEnded,
    PreferencesChanged,
    AccountChanged,
    CredentialsEnded,
    UserAuthorizationRevoked,
    TaskStateChanged,
    TaskStateRemoved,
    DraftChanged,
    InboxChanged,
    ProfileChanged,
    UserDeleted,
  ],
  effects: [EndGithubCredential, FindEndedHolders, DeleteGithubGrant],
  schedules: [
    {
      key: 'user.pruneAuthRows',
      everyMs: HOUR_MS,
      command: () => new PruneAuthRows({ installation: 'auth-rows' }),
    },
    { key: 'user.pruneInbox', everyMs: HOUR_MS, command: () => new PruneInbox({ installation: 'inbox' }) },
    {
      key: 'user.sweepCredentials',
      everyMs: MINUTE_MS,
      command: () => new SweepCredentials({ installation: 'credentials' }),
    },
    {
      key: 'user.refreshActivePeople',
      everyMs: REFRESH_EVERY_MS,
      command: () => new RefreshActivePeople({ installation: 'active-people' }),
    },
  ],
  sealed: [SEALED_ACCOUNTS, SEALED_ATTEMPTS, SEALED_LEASES],
  // Signing in, sessions of browsers and the last use of a token are written in the request.
  apiGrants: (role) => [
    `grant insert, update on "user".users, "user".github_accounts, "user".auth_sessions, "user".sign_in_attempts,
      "user".sign_in_counts to ${role}`,
    `grant update (last_used_at) on "user".api_tokens to ${role}`,
  ],
};
