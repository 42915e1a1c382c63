import { Database } from '@foundry/messaging';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { Membership, MembershipOf, OrganizationEntry, OrganizationsOf } from '../contracts/index.js';

/** On every request and subscription: one indexed read, no cache. */
@QueryHandler(MembershipOf)
export class MembershipOfQuery implements IQueryHandler<MembershipOf, Membership | null> {
  constructor(private readonly database: Database) {}

  async execute({ userId, organizationId }: MembershipOf): Promise<Membership | null> {
    const rows = await this.database.sql`
      select m.organization_id as "organizationId", m.user_id as "userId",
        organization.present_role(m.role, o.kind, m.verified_at, now()) as role
      from organization.members m join organization.organizations o on o.organization_id = m.organization_id
      where m.organization_id = ${organizationId} and m.user_id = ${userId} and m.state = 'active'`;
    return Membership.array().parse(rows)[0] ?? null;
  }
}

@QueryHandler(OrganizationsOf)
export class OrganizationsOfQuery implements IQueryHandler<OrganizationsOf, OrganizationEntry[]> {
  constructor(private readonly database: Database) {}

  async execute({ userId }: OrganizationsOf): Promise<OrganizationEntry[]> {
    const rows = await this.database.sql`
      select o.organization_id as id, o.login, coalesce(o.display_name, o.github_name, o.login) as "displayName",
        o.avatar_url as "avatarUrl", o.kind, o.version + m.version as version,
        organization.present_role(m.role, o.kind, m.verified_at, now()) as role
      from organization.members m join organization.organizations o on o.organization_id = m.organization_id
      where m.user_id = ${userId} and m.state = 'active' order by lower(o.login), o.organization_id`;
    return OrganizationEntry.array().parse(rows);
  }
}
