import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { ReviewMembers } from '../contracts/index.js';
import { Member } from '../domain/member.entity.js';
import { Organization } from '../domain/organization.entity.js';
import { mustBeFoundry } from './acting-member.js';
import { announceMember } from './announce.js';

const Joined = z.array(z.object({ userId: z.string() }));

@CommandHandler(ReviewMembers)
export class ReviewMembersHandler extends Handler<ReviewMembers> {
  async handle({ payload }: ReviewMembers, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { organizationId, complete } = payload;
    const organization = await tx.load(Organization, { organizationId });
    const roles = new Map(payload.members.map(({ userId, githubRole }) => [userId, githubRole]));
    const observedAt = new Date(payload.observedAt);

    for (const userId of await joined(tx, organizationId)) {
      const listed = roles.get(userId);
      if (listed === undefined && !complete) continue;
      const member = await tx.load(Member, { organizationId, userId });
      const change = member.review(listed ?? null, observedAt, organization.roleRules(), tx.now);
      await tx.save(member);
      announceMember(tx, organization, member, change);
    }
    return null;
  }
}

/** Whoever joined: members, and the blocked, of whom it is only noted that they left. Strangers have no row. */
async function joined(tx: Tx, organizationId: string): Promise<string[]> {
  const rows = await tx.sql`select user_id as "userId" from organization.members
    where organization_id = ${organizationId} and (state = 'active' or removed_reason = 'blocked') order by user_id`;
  return Joined.parse(rows).map(({ userId }) => userId);
}
