import { decidedBy, like, NOON } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { AdmitMember, MemberChanged, MemberJoined, OrganizationChanged } from '../contracts/index.js';
import { Member } from '../domain/member.entity.js';
import {
  ACME,
  aMember,
  ANA,
  anOrganization,
  anUnclaimedOrganization,
  before,
  BEN,
  by,
  CLEO,
} from '../testing/people.js';
import { AdmitMemberHandler } from './admit-member.handler.js';

const given = decidedBy(new AdmitMemberHandler());

const admit = (over: Partial<ConstructorParameters<typeof AdmitMember>[0]> = {}) =>
  new AdmitMember({
    organizationId: ACME,
    userId: CLEO,
    login: `user-${CLEO}`,
    name: null,
    avatarUrl: null,
    githubRole: 'member',
    verifiedAt: NOON.toISOString(),
    ...over,
  });

describe('admitting a member', () => {
  it('lets a person in with the default role', () =>
    given(anOrganization({ settings: { defaultRole: 'viewer' } }))
      .when(admit())
      .then([like(MemberJoined, { version: 1, member: { userId: CLEO, role: 'viewer', state: 'active' } })]));

  it('makes an owner of an owner at GitHub', () =>
    given(anOrganization())
      .when(admit({ githubRole: 'admin' }))
      .then([like(MemberJoined, { member: { role: 'owner' } })]));

  it('claims an organization that nobody belonged to', () =>
    given(anUnclaimedOrganization())
      .answering([{ userId: CLEO, role: 'member', version: 1 }])
      .when(admit())
      .then([
        like(OrganizationChanged, { part: 0, members: [{ userId: CLEO }], organization: { state: 'active' } }),
        like(MemberJoined),
      ]));

  it('names the profile’s change to a hundred members at a time', async () => {
    const members = Array.from({ length: 250 }, (_, index) => ({
      userId: String(index + 1),
      role: 'member',
      version: 1,
    }));
    const { events } = await given(anUnclaimedOrganization())
      .answering(members)
      .when(admit())
      .then([like(OrganizationChanged), like(OrganizationChanged), like(OrganizationChanged), like(MemberJoined)]);
    const parts = events.flatMap((event) => (event instanceof OrganizationChanged ? [event.payload] : []));
    expect(parts.map(({ part, members: shown }) => [part, shown.length])).toEqual([
      [0, 100],
      [1, 100],
      [2, 50],
    ]);
  });

  it('tells another role, and audits it', () =>
    given(anOrganization(), aMember(CLEO))
      .when(admit({ githubRole: 'admin' }))
      .thenAudits({ kind: 'member.role_changed', details: { login: 'user-3', old: 'member', new: 'owner' } }));

  it('tells a new name without an audit entry', async () => {
    const { audits } = await given(anOrganization(), aMember(CLEO))
      .when(admit({ name: 'Cleo' }))
      .then([like(MemberChanged, { previousRole: 'member', member: { name: 'Cleo', role: 'member' } })]);
    expect(audits).toEqual([]);
  });

  it('keeps a granted role', () =>
    given(anOrganization(), aMember(CLEO, { granted: 'viewer' }))
      .when(admit({ name: 'Cleo' }))
      .then([like(MemberChanged, { member: { role: 'viewer' } })]));

  it('notes a confirmation that changes nothing else without telling it', async () => {
    const { saved, audits } = await given(anOrganization(), aMember(CLEO)).when(admit()).then([]);
    expect(saved).toHaveLength(1);
    expect(audits).toEqual([]);
  });

  it('gives the role back to somebody who was not confirmed for 72 hours', () =>
    given(anOrganization(), aMember(CLEO, { verifiedAt: before(73) }))
      .when(admit())
      .then([like(MemberChanged, { previousRole: 'viewer', member: { role: 'member' } })]));

  it('ignores what is older than the last confirmation', () =>
    given(anOrganization(), aMember(CLEO, { verifiedAt: before(1) }))
      .when(admit({ githubRole: 'admin', verifiedAt: before(2).toISOString() }))
      .thenNothing());

  it('ignores what is older than the removal', () =>
    given(anOrganization(), aMember(CLEO, { removed: 'github_removed' }))
      .when(admit({ verifiedAt: before(0.75).toISOString() }))
      .thenNothing());

  it('lets somebody removed in again when GitHub confirms them later', () =>
    given(anOrganization(), aMember(CLEO, { removed: 'github_removed' }))
      .when(admit())
      .then([like(MemberJoined, { version: 3, member: { state: 'active' } })]));

  it('keeps somebody blocked out', () =>
    given(anOrganization(), aMember(CLEO, { granted: 'blocked' }))
      .when(admit())
      .thenNothing());

  it('lets nobody but the account holder into a personal organization', async () => {
    const personal = anOrganization({ kind: 'personal', organizationId: ANA });
    await given(personal)
      .when(admit({ organizationId: ANA, userId: BEN }))
      .thenNothing();
    const { rows } = await given(personal)
      .when(admit({ organizationId: ANA, userId: ANA }))
      .then([like(MemberJoined, { member: { role: 'owner' } })]);
    expect(rows.filter((row) => row instanceof Member)).toHaveLength(1);
  });

  it('is refused to people and for an unknown organization', async () => {
    await given(anOrganization()).when(admit(), by(ANA)).thenRejected('command.wrong_sender');
    await given().when(admit()).thenRejected('resource.not_found');
  });
});
