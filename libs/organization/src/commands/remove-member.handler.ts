import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RemoveMember } from '../contracts/index.js';
import { Member, USER_DELETED } from '../domain/member.entity.js';
import { Organization } from '../domain/organization.entity.js';
import { mustBeFoundry } from './acting-member.js';
import { announceMember, announceOrganization } from './announce.js';

@CommandHandler(RemoveMember)
export class RemoveMemberHandler extends Handler<RemoveMember> {
  async handle({ payload: { organizationId, userId, reason } }: RemoveMember, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const organization = await tx.load(Organization, { organizationId });
    const member = await tx.find(Member, { organizationId, userId });
    if (!member) return null;
    const change = member.remove(reason, tx.now);
    await tx.save(member);
    announceMember(tx, organization, member, change);
    if (reason !== USER_DELETED || !organization.forgetHolder(userId, tx.now)) return null;
    await tx.save(organization);
    await announceOrganization(tx, organization);
    return null;
  }
}
