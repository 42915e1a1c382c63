import type { ModuleManifest } from '@foundry/messaging';
import { AddSignIn1764100000200 } from '../migrations/add-sign-in.js';
import { AddPersonalState1764200000200 } from '../migrations/add-personal-state.js';
import { CreateUser1764000000200 } from '../migrations/create-user.js';
import { SEALED_ACCOUNTS } from './auth-rows/github-accounts.js';
import { SEALED_ATTEMPTS } from './auth-rows/sign-in-attempts.js';
import {
  AnnounceSessionsEnded,
  AnnounceSignIn,
  ApiTokensChanged,
  CreateApiToken,
  DeleteAccount,
  DeleteGithubGrant,
  DraftChanged,
  InboxChanged,
  PreferencesChanged,
  ProfileChanged,
  PruneAuthRows,
  PruneInbox,
  RecordGrantEnded,
  RecordProfile,
  RequireRotation,
  RevokeApiToken,
  SessionEnded,
  SignedIn,
  STATE_COMMANDS,
  TaskStateChanged,
  TaskStateRemoved,
  UpdatePreferences,
  UserDeleted,
} from './contracts/index.js';
import { ApiToken } from './domain/api-token.entity.js';
import { Draft } from './domain/draft.entity.js';
import { Preferences } from './domain/preferences.entity.js';
import { SessionState } from './domain/session-state.entity.js';
import { TaskState } from './domain/task-state.entity.js';

const HOUR_MS = 60 * 60 * 1000;

export const manifest: ModuleManifest = {
  name: 'user',
  entities: [ApiToken, Preferences, TaskState, SessionState, Draft],
  migrations: [CreateUser1764000000200, AddSignIn1764100000200, AddPersonalState1764200000200],
  commands: [
    CreateApiToken,
    RevokeApiToken,
    UpdatePreferences,
    AnnounceSignIn,
    AnnounceSessionsEnded,
    RequireRotation,
    PruneAuthRows,
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
    TaskStateChanged,
    TaskStateRemoved,
    DraftChanged,
    InboxChanged,
    ProfileChanged,
    UserDeleted,
  ],
  effects: [DeleteGithubGrant],
  schedules: [
    {
      key: 'user.pruneAuthRows',
      everyMs: HOUR_MS,
      command: () => new PruneAuthRows({ installation: 'auth-rows' }),
    },
    { key: 'user.pruneInbox', everyMs: HOUR_MS, command: () => new PruneInbox({ installation: 'inbox' }) },
  ],
  sealed: [SEALED_ACCOUNTS, SEALED_ATTEMPTS],
};
