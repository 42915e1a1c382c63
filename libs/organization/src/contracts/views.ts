import { Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { DEFAULT_SETTINGS, Settings } from './settings.js';

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

const example = {
  id: '9919',
  kind: 'company' as const,
  login: 'acme',
  displayName: 'Acme',
  avatarUrl: null,
};
const ISO = '2030-01-01T12:00:00.000Z';

const organizationId = Id64.meta({ description: 'GitHub id of the account.' });
const displayName = z.string().meta({ description: 'The name to show.' });
const login = z.string().meta({ description: 'Login at GitHub.' });
const avatarUrl = z.string().nullable().meta({ description: 'Address of the picture.' });
const version = z.int().meta({ description: 'Rises with each change.' });
const kind = OrganizationKind.meta({ description: 'An organization of GitHub, or the account of a person.' });
const role = MemberRole.meta({ description: 'What the person may do now.' });

/** The profile. `displayName` is what to show; `customName` is set when someone chose it here. */
export const OrganizationView = z
  .object({
    id: organizationId,
    kind,
    login,
    displayName,
    customName: z.string().nullable().meta({ description: 'The name chosen here; null: that of GitHub is shown.' }),
    githubName: z.string().nullable().meta({ description: 'The name at GitHub.' }),
    avatarUrl,
    state: z.enum(['unclaimed', 'active']).meta({ description: 'Unclaimed until the first member arrives.' }),
    claimedAt: Timestamp.nullable().meta({ description: 'When the first member arrived.' }),
    createdAt: Timestamp.meta({ description: 'When it became known here.' }),
    updatedAt: Timestamp.meta({ description: 'When it last changed.' }),
    version,
  })
  .meta({
    id: 'Organization',
    description: 'The profile of an organization.',
    examples: [
      {
        ...example,
        customName: null,
        githubName: 'Acme',
        state: 'active' as const,
        claimedAt: ISO,
        createdAt: ISO,
        updatedAt: ISO,
        version: 3,
      },
    ],
  });
export type OrganizationView = z.infer<typeof OrganizationView>;

/** The settings with the version of the organization, which `If-Match` names. */
export const SettingsView = z.object({ organizationId, settings: Settings, version }).meta({
  id: 'OrganizationSettings',
  description: 'The settings of an organization.',
  examples: [{ organizationId: '9919', settings: DEFAULT_SETTINGS, version: 3 }],
});
export type SettingsView = z.infer<typeof SettingsView>;

/** Everything that the pages of one organization begin with. */
export const OrganizationDetail = z.object({ organization: OrganizationView, settings: Settings, role, version }).meta({
  id: 'OrganizationDetail',
  description: 'An organization with its settings and the own role.',
  examples: [
    {
      organization: {
        ...example,
        customName: null,
        githubName: 'Acme',
        state: 'active' as const,
        claimedAt: ISO,
        createdAt: ISO,
        updatedAt: ISO,
        version: 3,
      },
      settings: DEFAULT_SETTINGS,
      role: 'admin' as const,
      version: 3,
    },
  ],
});
export type OrganizationDetail = z.infer<typeof OrganizationDetail>;

/** A person in an organization. `role` is what counts now; `grantedRole` is null when GitHub and the default decide. */
export const MemberView = z
  .object({
    organizationId,
    userId: Id64.meta({ description: 'GitHub id of the person.' }),
    login,
    name: z.string().nullable().meta({ description: 'Name at GitHub, if they gave one.' }),
    avatarUrl,
    githubRole: GithubRole.meta({ description: 'Role in the organization at GitHub; admin is an owner there.' }),
    grantedRole: GrantedRole.nullable().meta({ description: 'What was decided here; null: nothing.' }),
    role,
    state: z.enum(['active', 'removed']).meta({ description: 'Removed people are no members any more.' }),
    joinedAt: Timestamp.meta({ description: 'When they joined, last.' }),
    version,
  })
  .meta({
    id: 'Member',
    description: 'A person in an organization.',
    examples: [
      {
        organizationId: '9919',
        userId: '583231',
        login: 'octocat',
        name: 'The Octocat',
        avatarUrl: null,
        githubRole: 'member' as const,
        grantedRole: null,
        role: 'member' as const,
        state: 'active' as const,
        joinedAt: ISO,
        version: 1,
      },
    ],
  });
export type MemberView = z.infer<typeof MemberView>;

/**
 * One entry of a person's own list of organizations. It is drawn from two rows, so its version is the sum of theirs:
 * it rises whenever either changes.
 */
export const OrganizationEntry = z
  .object({ id: organizationId, login, displayName, avatarUrl, kind, role, version })
  .meta({
    id: 'OrganizationEntry',
    description: 'An organization of a person, with their role.',
    examples: [{ ...example, role: 'member' as const, version: 4 }],
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
