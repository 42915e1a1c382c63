import type { ModuleManifest } from '@foundry/messaging';
import { AddSignIn1764100000200 } from '../migrations/add-sign-in.js';
import { CreateUser1764000000200 } from '../migrations/create-user.js';
import { SEALED_ACCOUNTS } from './auth-rows/github-accounts.js';
import { SEALED_ATTEMPTS } from './auth-rows/sign-in-attempts.js';
import {
  AnnounceSessionsEnded,
  AnnounceSignIn,
  ApiTokensChanged,
  CreateApiToken,
  PreferencesChanged,
  PruneAuthRows,
  RequireRotation,
  RevokeApiToken,
  SessionEnded,
  SignedIn,
  UpdatePreferences,
} from './contracts/index.js';
import { ApiToken } from './domain/api-token.entity.js';
import { Preferences } from './domain/preferences.entity.js';

const HOUR_MS = 60 * 60 * 1000;

export const manifest: ModuleManifest = {
  name: 'user',
  entities: [ApiToken, Preferences],
  migrations: [CreateUser1764000000200, AddSignIn1764100000200],
  commands: [
    CreateApiToken,
    RevokeApiToken,
    UpdatePreferences,
    AnnounceSignIn,
    AnnounceSessionsEnded,
    RequireRotation,
    PruneAuthRows,
  ],
  events: [ApiTokensChanged, SignedIn, SessionEnded, PreferencesChanged],
  effects: [],
  schedules: [
    {
      key: 'user.pruneAuthRows',
      everyMs: HOUR_MS,
      command: () => new PruneAuthRows({ installation: 'auth-rows' }),
    },
  ],
  sealed: [SEALED_ACCOUNTS, SEALED_ATTEMPTS],
  // Signing in, sessions of browsers and the last use of a token are written in the request.
  apiGrants: (role) => [
    `grant insert, update on "user".users, "user".github_accounts, "user".auth_sessions, "user".sign_in_attempts,
      "user".sign_in_counts to ${role}`,
    `grant update (last_used_at) on "user".api_tokens to ${role}`,
  ],
};
