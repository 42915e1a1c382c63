import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { GrantRole, type MemberView } from '../contracts/index.js';
import { newsOf } from '../domain/member-news.js';
import { Member } from '../domain/member.entity.js';
import { Organization } from '../domain/organization.entity.js';
import { MemberUnknown, NeedsOwner, NotByToken, OwnRole } from '../domain/rejections.js';
import { actingMember } from './acting-member.js';

@CommandHandler(GrantRole)
export class GrantRoleHandler extends Handler<GrantRole> {
  async handle({ payload: { organizationId, userId, role } }: GrantRole, tx: Tx): Promise<MemberView> {
    const organization = await tx.load(Organization, { organizationId });
    const by = await actingMember(tx, organization, 'admin', { audited: true });
    if (tx.actor.kind === 'user' && tx.actor.via === 'api_token') throw new NotByToken();
    if (role === 'admin' && by.role !== 'owner') throw new NeedsOwner();
    if (userId === by.userId) throw new OwnRole();
    const member = await tx.find(Member, { organizationId, userId });
    if (!member) throw new MemberUnknown();

    const rules = organization.roleRules();
    const before = member.view(rules, tx.now);
    const change = member.grant(role === 'none' ? null : role, rules, tx.now);
    const after = member.view(rules, tx.now);
    const event = newsOf(organization, member, change, tx.now);
    if (!event) return after;
    await tx.save(member);
    tx.emit(event);
    tx.audit({
      subject: { type: 'member', id: userId },
      details: { login: after.login, old: before.grantedRole, new: after.grantedRole },
    });
    return after;
  }
}
