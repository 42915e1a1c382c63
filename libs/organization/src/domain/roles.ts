import type { GithubRole, GrantedRole, MemberRole, OrganizationKind, Settings } from '../contracts/index.js';

const RANK: Record<MemberRole, number> = { viewer: 0, member: 1, admin: 2, owner: 3 };

/** Without a word from GitHub for this long, a member of a company counts as a viewer. */
export const CONFIRMATION_HOLDS_MS = 72 * 60 * 60 * 1000;

/** What decides roles in one organization. */
export interface RoleRules {
  kind: OrganizationKind;
  defaultRole: Settings['defaultRole'];
}

export const atLeast = (role: MemberRole, needed: MemberRole): boolean => RANK[role] >= RANK[needed];

/** The stored role: never above what GitHub and an owner or admin gave. */
export function roleFrom(githubRole: GithubRole, granted: GrantedRole | null, rules: RoleRules): MemberRole {
  if (rules.kind === 'personal' || githubRole === 'admin') return 'owner';
  if (granted === null || granted === 'blocked') return rules.defaultRole;
  return granted;
}

/**
 * The role that counts at `now`. A personal organization is its owner's by its id, so nothing lapses there.
 * The same rule for queries is the SQL function `organization.present_role`.
 */
export function presentRole(role: MemberRole, verifiedAt: Date, kind: OrganizationKind, now: Date): MemberRole {
  const lapsed = kind === 'company' && now.getTime() - verifiedAt.getTime() > CONFIRMATION_HOLDS_MS;
  return lapsed ? 'viewer' : role;
}
