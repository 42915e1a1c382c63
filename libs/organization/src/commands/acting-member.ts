import { NotFound, type RejectionOptions, type Tx } from '@foundry/messaging';
import type { TaskPerson } from '@foundry/task/contracts';
import type { MemberRole } from '../contracts/index.js';
import { Member } from '../domain/member.entity.js';
import type { Organization } from '../domain/organization.entity.js';
import { WrongSender } from '../domain/rejections.js';

/**
 * The person who asks, with at least the role `needed`, on rows that the entity's lock holds still.
 * Rejects with `resource.not_found` for strangers, as for an organization that does not exist, and `role.too_low`.
 */
export async function actingMember(
  tx: Tx,
  organization: Organization,
  needed: MemberRole,
  refusal?: RejectionOptions,
): Promise<{ userId: string; role: MemberRole; person: TaskPerson }> {
  if (tx.actor.kind !== 'user') throw new WrongSender();
  const { organizationId } = organization;
  const member = await tx.find(Member, { organizationId, userId: tx.actor.userId });
  if (!member?.isActive()) throw new NotFound('This organization');
  const rules = organization.roleRules();
  member.mustBeAtLeast(needed, rules, tx.now, refusal);
  return { userId: member.userId, role: member.roleAt(tx.now, rules), person: member.person() };
}

/** What GitHub says comes from Foundry itself, never from a person. */
export function mustBeFoundry(tx: Tx): void {
  if (tx.actor.kind !== 'system') throw new WrongSender();
}
