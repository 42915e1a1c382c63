import { decidedBy, like, NOON } from '@foundry/messaging/testing';
import { describe, it } from '@jest/globals';
import { MemberChanged, MemberRemoved, ReviewMembers } from '../contracts/index.js';
import { ACME, aMember, ANA, anOrganization, anOwner, before, BEN, by, CLEO } from '../testing/people.js';
import { ReviewMembersHandler } from './review-members.handler.js';

const given = decidedBy(new ReviewMembersHandler());
type Listed = ReviewMembers['payload']['members'];

const review = (members: Listed, complete = false, observedAt = NOON) =>
  new ReviewMembers({ organizationId: ACME, members, complete, observedAt: observedAt.toISOString() });

const joined = (...ids: string[]) => ids.map((userId) => ({ userId }));

describe('reviewing members', () => {
  it('takes over roles, removes those without one, and makes an entry for each', async () => {
    const decided = given(anOrganization(), anOwner(ANA), aMember(BEN), aMember(CLEO)).answering(
      joined(ANA, BEN, CLEO),
    );
    const command = review([
      { userId: ANA, githubRole: 'member' },
      { userId: BEN, githubRole: null },
      { userId: CLEO, githubRole: 'member' },
    ]);
    await decided
      .when(command)
      .then([
        like(MemberChanged, { previousRole: 'owner', member: { userId: ANA, role: 'member' } }),
        like(MemberRemoved, { reason: 'github_removed', member: { userId: BEN } }),
      ]);
    await decided
      .when(command)
      .thenAudits(
        { kind: 'member.role_changed', subject: { type: 'member', id: ANA } },
        { kind: 'member.removed', subject: { type: 'member', id: BEN } },
      );
  });

  it('removes those absent from a complete list only', async () => {
    const rows = given(anOrganization(), anOwner(ANA), aMember(BEN)).answering(joined(ANA, BEN));
    const listed: Listed = [{ userId: ANA, githubRole: 'admin' }];
    await rows.when(review(listed, false)).then([]);
    await rows.when(review(listed, true)).then([like(MemberRemoved, { member: { userId: BEN } })]);
  });

  it('ignores strangers', () =>
    given(anOrganization())
      .answering([])
      .when(review([{ userId: CLEO, githubRole: 'admin' }], true))
      .thenNothing());

  it('ignores a list that is older than what is known', () =>
    given(anOrganization(), aMember(BEN, { verifiedAt: before(1) }))
      .answering(joined(BEN))
      .when(review([], true, before(2)))
      .thenNothing());

  it('keeps a granted role', () =>
    given(anOrganization(), aMember(BEN, { granted: 'viewer' }))
      .answering(joined(BEN))
      .when(review([{ userId: BEN, githubRole: 'member' }]))
      .then([]));

  it('is refused to people', () =>
    given(anOrganization(), anOwner(ANA)).when(review([]), by(ANA)).thenRejected('command.wrong_sender'));
});
