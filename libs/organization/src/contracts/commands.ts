import { command, Id64, text, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { SettingsPatch } from './settings.js';
import { GithubRole, GrantedRole, MemberView, OrganizationKind, OrganizationView, SettingsView } from './views.js';

const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;
const Url = z.string().max(2_000).nullable();
const organizationOf = ({ organizationId }: { organizationId: string }) => ({
  type: 'organization',
  id: organizationId,
});
const memberOf = ({ userId }: { userId: string }) => ({ type: 'member', id: userId });

/**
 * An account is known from GitHub: inserts it unclaimed, or refreshes login, name and picture, unless what is known of
 * these was seen after `observedAt`.
 */
export class RegisterOrganization extends command({
  name: 'organization.register',
  entity: 'accountId',
  organization: 'accountId',
  payload: z.object({
    accountId: Id64,
    kind: OrganizationKind,
    login: text(39).min(1),
    name: text(255).nullable().optional(),
    avatarUrl: Url.optional(),
    observedAt: Timestamp.optional(),
  }),
  audit: {
    kind: 'organization.registered',
    entry: ({ accountId }) => ({ subject: { type: 'organization', id: accountId } }),
    each: true,
  },
}) {}

/** GitHub confirmed a person as a member at `verifiedAt`. Older confirmations change nothing. */
export class AdmitMember extends command({
  name: 'organization.admitMember',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    userId: Id64,
    login: text(39).min(1),
    name: text(255).nullable(),
    avatarUrl: Url,
    githubRole: GithubRole,
    verifiedAt: Timestamp,
  }),
  audit: { kind: 'member.joined', entry: (payload) => ({ subject: memberOf(payload) }), each: true },
}) {}

/**
 * What GitHub's member list said at `observedAt` about people who are members here: other roles, or none. When the
 * list is `complete`, those it does not name are removed. Strangers are ignored.
 */
export class ReviewMembers extends command({
  name: 'organization.reviewMembers',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    members: z.array(z.object({ userId: Id64, githubRole: GithubRole.nullable() })).max(500),
    complete: z.boolean(),
    observedAt: Timestamp,
  }),
  audit: { kind: 'member.role_changed', entry: (payload) => ({ subject: organizationOf(payload) }), each: true },
}) {}

/** A person is definitely no member any more. `reason` is a word such as `github_removed`. */
export class RemoveMember extends command({
  name: 'organization.removeMember',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    userId: Id64,
    reason: z.string().regex(/^[a-z_]{1,40}$/),
  }),
  audit: {
    kind: 'member.removed',
    entry: (payload) => ({ subject: memberOf(payload), details: { reason: payload.reason } }),
    each: true,
  },
}) {}

/** Gives a member another role than GitHub and the default do; `none` takes it back, `blocked` ends the membership. */
export class GrantRole extends command({
  name: 'organization.grantRole',
  ...keyed,
  payload: z.object({ organizationId: Id64, userId: Id64, role: z.enum([...GrantedRole.options, 'none']) }),
  result: MemberView,
  audit: {
    kind: 'member.role_granted',
    entry: (payload) => ({ subject: memberOf(payload), details: { role: payload.role } }),
  },
}) {}

/** Names the organization here; null returns to GitHub's name. */
export class UpdateProfile extends command({
  name: 'organization.updateProfile',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    displayName: text(80).min(1).nullable(),
    expectedVersion: z.number().int().optional(),
  }),
  result: OrganizationView,
  audit: {
    kind: 'organization.renamed',
    entry: (payload) => ({ subject: organizationOf(payload), details: { displayName: payload.displayName } }),
  },
}) {}

/** Merges `patch` into the settings and validates the whole, if they are still at `expectedVersion`. */
export class UpdateSettings extends command({
  name: 'organization.updateSettings',
  ...keyed,
  payload: z.object({ organizationId: Id64, patch: SettingsPatch, expectedVersion: z.number().int() }),
  result: SettingsView,
  audit: {
    kind: 'settings.changed',
    entry: (payload) => ({ subject: organizationOf(payload), details: { keys: Object.keys(payload.patch) } }),
  },
}) {}
