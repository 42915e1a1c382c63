import { command, event, Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { AccountView } from './account.js';

const keyed = { entity: 'userId', organization: null } as const;

/** The person took the App's authorization back at GitHub at `at`. Later sign-ins are not undone by it. */
export class RevokeAuthorization extends command({
  name: 'user.revokeAuthorization',
  ...keyed,
  payload: z.object({ userId: Id64, at: Timestamp }),
  audit: {
    kind: 'user.authorization_revoked',
    entry: ({ userId }) => ({ subject: { type: 'user', id: userId }, streamId: userId }),
    each: true,
  },
}) {}

/** Tells how the link to GitHub stands: sent with the row that changed it. */
export class AnnounceAccount extends command({
  name: 'user.announceAccount',
  ...keyed,
  payload: z.object({ userId: Id64 }),
  audit: { none: 'derived' },
}) {}

/** Asks github-data to read again what people who are here now may do. Sent by a schedule; each person twice an hour. */
export class RefreshActivePeople extends command({
  name: 'user.refreshActivePeople',
  entity: 'installation',
  organization: null,
  payload: z.object({ installation: z.literal('active-people') }),
  audit: { none: 'progress' },
}) {}

/** The link of a person to GitHub is another: connected, or to be connected again. `version` is the person's. */
export class AccountChanged extends event({
  name: 'user.accountChanged',
  ...keyed,
  payload: z.object({ userId: Id64, version: z.number().int(), account: AccountView }),
}) {}

/** The person took the authorization back: their tokens are gone, their sessions and leases ended. */
export class UserAuthorizationRevoked extends event({
  name: 'user.authorizationRevoked',
  ...keyed,
  payload: z.object({ userId: Id64, version: z.number().int() }),
}) {}
