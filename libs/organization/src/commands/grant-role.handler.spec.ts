import { decidedBy, like } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { GrantRole, MemberChanged, MemberJoined, MemberRemoved } from '../contracts/index.js';
import { ACME, ANA, aMember, anAdmin, anOrganization, anOwner, before, BEN, by, CLEO } from '../testing/people.js';
import { GrantRoleHandler } from './grant-role.handler.js';

const given = decidedBy(new GrantRoleHandler());
const grant = (userId: string, role: GrantRole['payload']['role']) =>
  new GrantRole({ organizationId: ACME, userId, role });

describe('granting a role', () => {
  it('changes the role and tells the old one', () =>
    given(anOrganization(), anAdmin(BEN), aMember(CLEO))
      .when(grant(CLEO, 'viewer'), by(BEN))
      .then([like(MemberChanged, { previousRole: 'member', version: 2, member: { role: 'viewer', version: 2 } })]));

  it('is one audit entry with the old and the new role', () =>
    given(anOrganization(), anAdmin(BEN), aMember(CLEO))
      .when(grant(CLEO, 'viewer'), by(BEN))
      .thenAudits({ subject: { type: 'member', id: CLEO }, details: { login: 'user-3', old: null, new: 'viewer' } }));

  it('answers with the member', async () => {
    const { result } = await given(anOrganization(), anOwner(ANA), aMember(CLEO))
      .when(grant(CLEO, 'admin'), by(ANA))
      .then([like(MemberChanged)]);
    expect(result).toMatchObject({ userId: CLEO, role: 'admin', grantedRole: 'admin' });
  });

  it('does nothing when the person has it already', () =>
    given(anOrganization(), anOwner(ANA), aMember(CLEO, { granted: 'viewer' }))
      .when(grant(CLEO, 'viewer'), by(ANA))
      .thenNothing());

  it('gives back the default role with none', () =>
    given(anOrganization(), anOwner(ANA), aMember(CLEO, { granted: 'viewer' }))
      .when(grant(CLEO, 'none'), by(ANA))
      .then([like(MemberChanged, { member: { role: 'member', grantedRole: null } })]));

  it('ends the membership of somebody blocked', () =>
    given(anOrganization(), anAdmin(BEN), aMember(CLEO))
      .when(grant(CLEO, 'blocked'), by(BEN))
      .then([like(MemberRemoved, { reason: 'blocked', member: { state: 'removed' } })]));

  it('lets somebody unblocked in again', () =>
    given(anOrganization(), anAdmin(BEN), aMember(CLEO, { granted: 'blocked' }))
      .when(grant(CLEO, 'none'), by(BEN))
      .then([like(MemberJoined, { member: { state: 'active', role: 'member' } })]));

  it('does not let in somebody unblocked who left at GitHub meanwhile', () =>
    given(anOrganization(), anAdmin(BEN), aMember(CLEO, { granted: 'blocked', removed: 'github_removed' }))
      .when(grant(CLEO, 'none'), by(BEN))
      .then([like(MemberChanged, { member: { state: 'removed' } })]));

  it.each<[string, string]>([
    ['an owner at GitHub', 'blocked'],
    ['an owner at GitHub', 'viewer'],
  ])('refuses to change %s to %s', (_who, role) =>
    given(anOrganization(), anAdmin(BEN), anOwner(ANA))
      .when(grant(ANA, role === 'blocked' ? 'blocked' : 'viewer'), by(BEN))
      .thenRejected('member.github_owner'),
  );

  it('refuses an admin who makes an admin, and audits it', async () => {
    const refusal = await given(anOrganization(), anAdmin(BEN), aMember(CLEO))
      .when(grant(CLEO, 'admin'), by(BEN))
      .thenRejected('member.needs_owner');
    expect(refusal.audited).toBe(true);
  });

  it('refuses a member, and audits it', async () => {
    const refusal = await given(anOrganization(), aMember(BEN), aMember(CLEO))
      .when(grant(CLEO, 'viewer'), by(BEN))
      .thenRejected('role.too_low');
    expect(refusal.audited).toBe(true);
  });

  it('refuses an admin whom GitHub has not confirmed for 72 hours', () =>
    given(anOrganization(), aMember(BEN, { granted: 'admin', verifiedAt: before(73) }), aMember(CLEO))
      .when(grant(CLEO, 'viewer'), by(BEN))
      .thenRejected('role.too_low'));

  it('refuses to change oneself', () =>
    given(anOrganization(), anAdmin(BEN)).when(grant(BEN, 'none'), by(BEN)).thenRejected('member.self'));

  it.each([
    ['a stranger', []],
    ['somebody removed', [aMember(CLEO, { removed: 'github_removed' })]],
  ])('does not know %s', (_who, people) =>
    given(anOrganization(), anOwner(ANA), ...people)
      .when(grant(CLEO, 'viewer'), by(ANA))
      .thenRejected('member.unknown'),
  );

  it('is not there for outsiders, removed members and unknown organizations alike', async () => {
    await given(anOrganization()).when(grant(CLEO, 'viewer'), by(BEN)).thenRejected('resource.not_found');
    await given(anOrganization(), aMember(BEN, { granted: 'admin', removed: 'github_removed' }))
      .when(grant(CLEO, 'viewer'), by(BEN))
      .thenRejected('resource.not_found');
    await given().when(grant(CLEO, 'viewer'), by(BEN)).thenRejected('resource.not_found');
  });

  it('refuses API tokens and Foundry itself', async () => {
    const rows = [anOrganization(), anOwner(ANA), aMember(CLEO)];
    await given(...rows)
      .when(grant(CLEO, 'viewer'), by(ANA, 'api_token'))
      .thenRejected('token.scope_missing');
    await given(...rows)
      .when(grant(CLEO, 'viewer'))
      .thenRejected('command.wrong_sender');
  });
});
