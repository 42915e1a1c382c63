import { decidedBy, like } from '@foundry/messaging/testing';
import { describe, it } from '@jest/globals';
import { MemberRemoved, RemoveMember } from '../contracts/index.js';
import { ACME, aMember, ANA, anOrganization, anOwner, BEN, by } from '../testing/people.js';
import { RemoveMemberHandler } from './remove-member.handler.js';

const given = decidedBy(new RemoveMemberHandler());
const remove = new RemoveMember({ organizationId: ACME, userId: BEN, reason: 'user_deleted' });

describe('removing a member', () => {
  it('tells and audits it with the reason', async () => {
    const rows = given(anOrganization(), aMember(BEN));
    await rows.when(remove).then([like(MemberRemoved, { reason: 'user_deleted', member: { state: 'removed' } })]);
    await rows
      .when(remove)
      .thenAudits({ kind: 'member.removed', details: { login: 'deleted-2', reason: 'user_deleted' } });
  });

  it('does nothing to somebody who is no member', async () => {
    await given(anOrganization()).when(remove).thenNothing();
    await given(anOrganization(), aMember(BEN, { removed: 'github_removed' }))
      .when(remove)
      .thenNothing();
  });

  it('is refused to people', () =>
    given(anOrganization(), anOwner(ANA), aMember(BEN)).when(remove, by(ANA)).thenRejected('command.wrong_sender'));
});
