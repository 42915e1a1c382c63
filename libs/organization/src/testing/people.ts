import { NOON } from '@foundry/messaging/testing';
import type { UserActor } from '@foundry/messaging/contracts';
import type { GithubRole, GrantedRole, OrganizationKind, Settings } from '../contracts/index.js';
import { Member } from '../domain/member.entity.js';
import { Organization } from '../domain/organization.entity.js';

/** Builders for tests: Acme (7) is a company, Ana (1) owns it at GitHub, the others are members of it. */
export const ACME = '7';
export const ANA = '1';
export const BEN = '2';
export const CLEO = '3';

export const before = (hours: number): Date => new Date(NOON.getTime() - hours * 3_600_000);

export const by = (userId: string, via: UserActor['via'] = 'session') => ({
  actor: { kind: 'user', userId, via } satisfies UserActor,
});

export function anOrganization(
  over: { kind?: OrganizationKind; organizationId?: string; settings?: Partial<Settings>; claimed?: boolean } = {},
): Organization {
  const { kind = 'company', organizationId = ACME, settings = {}, claimed = true } = over;
  const organization = Organization.register(
    organizationId,
    { kind, login: 'acme', name: 'Acme' },
    settings,
    before(24),
  );
  if (claimed) organization.claim(before(24));
  return organization;
}

export const anUnclaimedOrganization = (): Organization => anOrganization({ claimed: false });

interface Traits {
  organization?: Organization;
  login?: string;
  githubRole?: GithubRole;
  granted?: GrantedRole | null;
  verifiedAt?: Date;
  removed?: string;
}

export function aMember(userId: string, traits: Traits = {}): Member {
  const { organization = anOrganization(), githubRole = 'member', granted = null, verifiedAt = before(1) } = traits;
  const rules = organization.roleRules();
  const seen = { login: traits.login ?? `user-${userId}`, name: null, avatarUrl: null, githubRole, verifiedAt };
  const member = Member.admit(organization.organizationId, userId, seen, rules, before(24));
  if (granted) member.grant(granted, rules, before(0.5));
  if (traits.removed) member.remove(traits.removed, before(0.5));
  return member;
}

export const anOwner = (userId = ANA): Member => aMember(userId, { githubRole: 'admin' });
export const anAdmin = (userId = BEN): Member => aMember(userId, { granted: 'admin' });
