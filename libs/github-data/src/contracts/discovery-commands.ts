import { command, Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { code } from './command-fields.js';
import { Account, MembershipRole } from './names.js';

/** Looks for the organizations of a person. While a search is running it is that one. */
export class DiscoverAccounts extends command({
  name: 'github-data.discoverAccounts',
  entity: 'userId',
  payload: z.object({ userId: Id64 }),
  audit: { none: 'progress' },
}) {}

/** What GitHub answered about a person. Closes the search. */
export class RecordDiscovery extends command({
  name: 'github-data.recordDiscovery',
  entity: 'userId',
  payload: z.object({
    userId: Id64,
    profile: z.object({ login: z.string(), name: z.string().nullable(), avatarUrl: z.string().nullable() }).nullable(),
    email: z.string().max(320).nullable(),
    accounts: z.array(Account).max(200),
    memberships: z.array(z.object({ organizationId: Id64, githubRole: MembershipRole })).max(200),
    denied: z.array(Id64).max(200),
    complete: z.boolean(),
    reason: code.nullable(),
    observedAt: Timestamp,
  }),
  audit: { none: 'derived' },
}) {}

/** The time of a search is over; if it is still running, it failed. */
export class ExpireDiscovery extends command({
  name: 'github-data.expireDiscovery',
  entity: 'userId',
  payload: z.object({ userId: Id64 }),
  audit: { none: 'progress' },
}) {}
