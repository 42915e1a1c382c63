import { decidedBy, like } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
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
    const gone = new RemoveMember({ organizationId: ACME, userId: BEN, reason: 'github_removed' });
    await given(anOrganization(), aMember(BEN, { removed: 'github_removed' }))
      .when(gone)
      .thenNothing();
  });

  it('leaves nothing but the id of somebody who deleted their account, also when they had left before', async () => {
    const { rows } = await given(anOrganization(), aMember(BEN, { removed: 'github_removed' }))
      .when(remove)
      .then([]);
    expect(JSON.stringify(rows)).not.toContain('user-2');
  });

  it('is refused to people', () =>
    given(anOrganization(), anOwner(ANA), aMember(BEN)).when(remove, by(ANA)).thenRejected('command.wrong_sender'));
});
