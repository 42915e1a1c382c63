import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { AdmitMember } from '../contracts/index.js';
import { Member, type MemberChange } from '../domain/member.entity.js';
import { Organization } from '../domain/organization.entity.js';
import { mustBeFoundry } from './acting-member.js';
import { announceMember, announceOrganization } from './announce.js';

@CommandHandler(AdmitMember)
export class AdmitMemberHandler extends Handler<AdmitMember> {
  async handle({ payload }: AdmitMember, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { organizationId, userId, verifiedAt, ...person } = payload;
    const organization = await tx.load(Organization, { organizationId });
    if (!organization.admits(userId)) return null;

    const seen = { ...person, verifiedAt: new Date(verifiedAt) };
    const rules = organization.roleRules();
    const known = await tx.find(Member, { organizationId, userId });
    const member = known ?? Member.admit(organizationId, userId, seen, rules, tx.now);
    const change: MemberChange = known ? known.confirm(seen, rules, tx.now) : { type: 'joined' };
    await tx.save(member);
    if (member.isActive() && organization.claim(tx.now)) {
      await tx.save(organization);
      await announceOrganization(tx, organization);
    }
    announceMember(tx, organization, member, change);
    return null;
  }
}
