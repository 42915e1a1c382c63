import type { AuditSubject, EventMessage } from '@foundry/messaging/contracts';
import { MemberChanged, MemberJoined, MemberRemoved } from '../contracts/index.js';
import type { Member, MemberChange } from './member.entity.js';
import type { Organization } from './organization.entity.js';

/** The event that tells a change of a member; null when there is nothing to tell. */
export function newsOf(
  organization: Organization,
  member: Member,
  change: MemberChange,
  now: Date,
): EventMessage | null {
  const view = member.view(organization.roleRules(), now);
  const told = {
    organizationId: view.organizationId,
    version: view.version,
    member: view,
    organization: organization.view(),
  };
  switch (change.type) {
    case 'none':
      return null;
    case 'joined':
      return new MemberJoined(told);
    case 'changed':
      return new MemberChanged({ ...told, previousRole: change.previousRole });
    case 'removed':
      return new MemberRemoved({ ...told, reason: change.reason });
  }
}

/** The audit entry of a change that GitHub caused: joining, leaving, another role. A new name or picture has none. */
export function entryOfChange(
  organization: Organization,
  member: Member,
  change: MemberChange,
  now: Date,
): AuditSubject | null {
  const { userId, login, role } = member.view(organization.roleRules(), now);
  const subject = { type: 'member', id: userId };
  if (change.type === 'joined') return { kind: 'member.joined', subject, details: { login, role } };
  if (change.type === 'removed') return { kind: 'member.removed', subject, details: { login, reason: change.reason } };
  if (change.type === 'changed' && change.previousRole !== role) {
    return { kind: 'member.role_changed', subject, details: { login, old: change.previousRole, new: role } };
  }
  return null;
}
