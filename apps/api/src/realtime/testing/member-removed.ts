import { MemberRemoved } from '@foundry/organization/contracts';

const at = '2030-01-01T12:00:00.000Z';

/** The event that a person is no member any more. */
export function memberRemoved(organizationId: string, userId: string): MemberRemoved {
  const named = { login: 'ben', name: null, avatarUrl: null };
  return new MemberRemoved({
    organizationId,
    version: 2,
    reason: 'github',
    member: {
      ...named,
      organizationId,
      userId,
      githubRole: 'member',
      grantedRole: null,
      role: 'member',
      state: 'removed',
      joinedAt: at,
      version: 2,
    },
    organization: {
      id: organizationId,
      kind: 'company',
      login: 'acme',
      displayName: 'Acme',
      customName: null,
      githubName: 'Acme',
      avatarUrl: null,
      state: 'active',
      claimedAt: at,
      createdAt: at,
      updatedAt: at,
      version: 1,
    },
  });
}
