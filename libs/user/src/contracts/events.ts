import { event, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { PreferencesView } from './preferences.js';
import { SessionEndReason } from './sessions.js';
import { ApiTokenView, UserView } from './views.js';

/** A token was made or revoked. Carries that token in full, neither secret nor hash. `version` is the token's. */
export class ApiTokensChanged extends event({
  name: 'user.apiTokensChanged',
  entity: 'userId',
  organization: null,
  payload: z.object({ userId: Id64, version: z.number().int(), token: ApiTokenView }),
}) {}

/** The person signed in, with what GitHub says of them now. `version` is the person's. */
export class SignedIn extends event({
  name: 'user.signedIn',
  entity: 'userId',
  organization: null,
  payload: z.object({ userId: Id64, version: z.number().int(), user: UserView }),
}) {}

/** Some sessions of the person ended. Which ones, Postgres knows. `version` is the person's. */
export class SessionEnded extends event({
  name: 'user.sessionEnded',
  entity: 'userId',
  organization: null,
  payload: z.object({ userId: Id64, version: z.number().int(), reason: SessionEndReason }),
}) {}

/** The person prefers something else now; all preferences, whole. */
export class PreferencesChanged extends event({
  name: 'user.preferencesChanged',
  entity: 'userId',
  organization: null,
  payload: z.object({ userId: Id64, version: z.number().int(), preferences: PreferencesView }),
}) {}
