import { NOON } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { MemberRemoved, OrganizationChanged } from '../contracts/index.js';
import { newsOf } from '../domain/member-news.js';
import { ACME, aMember, anOrganization, BEN, CLEO } from '../testing/people.js';
import { ChangedFrames, MemberRemovedFrames } from './organization-frames.js';

const organization = anOrganization().view();
const changed = (part: number) =>
  new OrganizationChanged({
    organizationId: ACME,
    version: organization.version,
    organization,
    part,
    members: [
      { userId: BEN, role: 'admin', version: 5 },
      { userId: CLEO, role: 'viewer', version: 1 },
    ],
  });

describe('what events of an organization show', () => {
  it('is the profile once, and the entry of each member with their own role', () => {
    const frames = new ChangedFrames().frames(changed(0));
    expect(frames.map(({ topic }) => topic)).toEqual([`organization:${ACME}`, `app:${BEN}`, `app:${CLEO}`]);
    expect(frames[1]?.data).toMatchObject({ id: ACME, role: 'admin', version: organization.version + 5 });
    expect(new ChangedFrames().frames(changed(1)).map(({ topic }) => topic)).toEqual([`app:${BEN}`, `app:${CLEO}`]);
  });

  it('takes the organization from the list of a person who was removed', () => {
    const member = aMember(BEN);
    const event = newsOf(anOrganization(), member, member.remove('github_removed', NOON), NOON);
    if (!(event instanceof MemberRemoved)) throw new Error('A removal tells a removal.');
    expect(new MemberRemovedFrames().frames(event)).toEqual([
      { topic: `organization:${ACME}`, type: 'memberRemoved', data: expect.objectContaining({ userId: BEN }) },
      { topic: `app:${BEN}`, type: 'organizationRemoved', data: { id: ACME, version: organization.version + 2 } },
    ]);
  });
});
