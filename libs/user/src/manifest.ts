import type { ModuleManifest } from '@foundry/messaging';
import { AddCredentials1764100000210 } from '../migrations/add-credentials.js';
import { AddSignIn1764100000200 } from '../migrations/add-sign-in.js';
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
  PreferencesChanged,
  PruneAuthRows,
  RecordCredentialEnded,
  RecordEndedHolders,
  RefreshActivePeople,
  RequireRotation,
  RevokeApiToken,
  RevokeAuthorization,
  SessionEnded,
  SignedIn,
  SweepCredentials,
  UpdatePreferences,
  UserAuthorizationRevoked,
} from './contracts/index.js';
import { REFRESH_EVERY_MS } from './domain/active-people.js';
import { ApiToken } from './domain/api-token.entity.js';
import { Preferences } from './domain/preferences.entity.js';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

export const manifest: ModuleManifest = {
  name: 'user',
  entities: [ApiToken, Preferences],
  migrations: [CreateUser1764000000200, AddSignIn1764100000200, AddCredentials1764100000210],
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
  ],
  events: [
    ApiTokensChanged,
    SignedIn,
    SessionEnded,
    PreferencesChanged,
    AccountChanged,
    CredentialsEnded,
    UserAuthorizationRevoked,
  ],
  effects: [EndGithubCredential, FindEndedHolders],
  schedules: [
    {
      key: 'user.pruneAuthRows',
      everyMs: HOUR_MS,
      command: () => new PruneAuthRows({ installation: 'auth-rows' }),
    },
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
};
