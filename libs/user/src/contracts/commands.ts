import { command, Id64, text, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { PreferencesPatch, PreferencesView } from './preferences.js';
import { SessionEndReason } from './sessions.js';
import { ApiTokenView } from './views.js';

const keyed = { entity: 'userId', organization: null } as const;
const tokenOf = ({ tokenId }: { tokenId: string }) => ({ type: 'api_token', id: tokenId });

/**
 * Makes an API token for the person who asks. The API draws the secret and sends its SHA-256 only. Scopes are words here,
 * because the entity refuses unknown ones with a code of its own.
 */
export class CreateApiToken extends command({
  name: 'user.createApiToken',
  ...keyed,
  payload: z.object({
    userId: Id64,
    tokenId: Uuid,
    name: text(80).min(1),
    /** SHA-256 of the secret in lower-case hex. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    prefix: z.string().regex(/^fdy_[0-9A-Za-z]{1,8}$/),
    scopes: z.array(z.string().max(40)).min(1).max(10),
    organizationId: Id64.nullable().default(null),
    expiresAt: Timestamp,
  }),
  result: ApiTokenView,
  audit: {
    kind: 'token.created',
    entry: ({ name, scopes, organizationId, expiresAt, ...payload }) => ({
      subject: tokenOf(payload),
      streamId: payload.userId,
      details: { name, prefix: payload.prefix, scopes, organizationId, expiresAt },
    }),
  },
}) {}

/** Ends a token for good; its sockets close. Again: the same answer. */
export class RevokeApiToken extends command({
  name: 'user.revokeApiToken',
  ...keyed,
  payload: z.object({ userId: Id64, tokenId: Uuid }),
  result: ApiTokenView,
  audit: {
    kind: 'token.revoked',
    entry: (payload) => ({ subject: tokenOf(payload), streamId: payload.userId }),
  },
}) {}

/** Tells the rest of the product that the person signed in: sent by the API in the commit that made the session. */
export class AnnounceSignIn extends command({
  name: 'user.announceSignIn',
  ...keyed,
  payload: z.object({ userId: Id64 }),
  audit: { none: 'derived' },
}) {}

/** Tells that sessions of the person ended, so that their sockets close: sent by the API in the commit that ended them. */
export class AnnounceSessionsEnded extends command({
  name: 'user.announceSessionsEnded',
  ...keyed,
  payload: z.object({ userId: Id64, reason: SessionEndReason }),
  audit: { none: 'derived' },
}) {}

/** Makes every open session of the person change its cookie at its next request: their rights changed. */
export class RequireRotation extends command({
  name: 'user.requireRotation',
  ...keyed,
  payload: z.object({ userId: Id64 }),
  audit: { none: 'derived' },
}) {}

/** Deletes sign-ins and sessions that are over. Sent by a schedule, every hour. */
export class PruneAuthRows extends command({
  name: 'user.pruneAuthRows',
  entity: 'installation',
  organization: null,
  payload: z.object({ installation: z.literal('auth-rows') }),
  audit: { none: 'progress' },
}) {}

/** Merges a change into what the person prefers. With `expectedVersion` only if that is still the present one. */
export class UpdatePreferences extends command({
  name: 'user.updatePreferences',
  ...keyed,
  payload: z.object({
    userId: Id64,
    patch: PreferencesPatch,
    expectedVersion: z.number().int().min(0).nullable().default(null),
  }),
  result: PreferencesView,
  audit: { none: 'private' },
}) {}
