import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { MemberRole, OrganizationChanged } from '../contracts/index.js';
import { entryOfChange, newsOf } from '../domain/member-news.js';
import type { Member, MemberChange } from '../domain/member.entity.js';
import type { Organization } from '../domain/organization.entity.js';

/** Rows that one event may name. */
const MEMBERS_PER_EVENT = 100;

const ShownTo = z.array(z.object({ userId: z.string(), role: MemberRole, version: z.number().int() }));

/** Tells a change of a member, and its cause at GitHub to the audit log. */
export function announceMember(tx: Tx, organization: Organization, member: Member, change: MemberChange): void {
  const event = newsOf(organization, member, change, tx.now);
  if (event) tx.emit(event);
  const entry = entryOfChange(organization, member, change, tx.now);
  if (entry) tx.audit(entry);
}

/** Tells a change of the profile, in as many parts as it has hundreds of members. */
export async function announceOrganization(tx: Tx, organization: Organization): Promise<void> {
  const { organizationId } = organization;
  const { kind } = organization.roleRules();
  const members = ShownTo.parse(
    await tx.sql`select user_id as "userId", version,
        organization.present_role(role, ${kind}, verified_at, ${tx.now}) as role
      from organization.members where organization_id = ${organizationId} and state = 'active' order by user_id`,
  );
  const view = organization.view();
  for (let part = 0; part === 0 || part * MEMBERS_PER_EVENT < members.length; part += 1) {
    const shown = members.slice(part * MEMBERS_PER_EVENT, (part + 1) * MEMBERS_PER_EVENT);
    tx.emit(
      new OrganizationChanged({ organizationId, version: view.version, organization: view, part, members: shown }),
    );
  }
}
