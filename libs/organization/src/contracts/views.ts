import { Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Settings } from './settings.js';

export const OrganizationKind = z.enum(['company', 'personal']);
export type OrganizationKind = z.infer<typeof OrganizationKind>;

/** From the most to the least: what a member may do is the table of roles in the README. */
export const MemberRole = z.enum(['owner', 'admin', 'member', 'viewer']);
export type MemberRole = z.infer<typeof MemberRole>;

/** What GitHub says: an owner of the organization there is `admin`. */
export const GithubRole = z.enum(['admin', 'member']);
export type GithubRole = z.infer<typeof GithubRole>;

/** What an admin or owner decided here. `blocked` ends the membership. */
export const GrantedRole = z.enum(['admin', 'member', 'viewer', 'blocked']);
export type GrantedRole = z.infer<typeof GrantedRole>;

/** The profile. `displayName` is what to show; `customName` is set when someone chose it here. */
export const OrganizationView = z.object({
  id: Id64,
  kind: OrganizationKind,
  login: z.string(),
  displayName: z.string(),
  customName: z.string().nullable(),
  githubName: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  state: z.enum(['unclaimed', 'active']),
  claimedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  version: z.number().int(),
});
export type OrganizationView = z.infer<typeof OrganizationView>;

/** The settings with the version of the organization, which `If-Match` names. */
export const SettingsView = z.object({ organizationId: Id64, settings: Settings, version: z.number().int() });
export type SettingsView = z.infer<typeof SettingsView>;

/** A person in an organization. `role` is what counts now; `grantedRole` is null when GitHub and the default decide. */
export const MemberView = z.object({
  organizationId: Id64,
  userId: Id64,
  login: z.string(),
  name: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  githubRole: GithubRole,
  grantedRole: GrantedRole.nullable(),
  role: MemberRole,
  state: z.enum(['active', 'removed']),
  joinedAt: Timestamp,
  version: z.number().int(),
});
export type MemberView = z.infer<typeof MemberView>;

/**
 * One entry of a person's own list of organizations. It is drawn from two rows, so its version is the sum of theirs:
 * it rises whenever either changes.
 */
export const OrganizationEntry = z.object({
  id: Id64,
  login: z.string(),
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
  kind: OrganizationKind,
  role: MemberRole,
  version: z.number().int(),
});
export type OrganizationEntry = z.infer<typeof OrganizationEntry>;

/** What an active member may do in one organization, right now. */
export const Membership = z.object({ organizationId: Id64, userId: Id64, role: MemberRole });
export type Membership = z.infer<typeof Membership>;

/** The entry of one member's list. */
export const entryOf = (
  organization: OrganizationView,
  member: { role: MemberRole; version: number },
): OrganizationEntry => ({
  id: organization.id,
  login: organization.login,
  displayName: organization.displayName,
  avatarUrl: organization.avatarUrl,
  kind: organization.kind,
  role: member.role,
  version: organization.version + member.version,
});
