import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import type { MemberRole, MemberView } from '../contracts/index.js';
import { type MemberPosition, MemberRow } from './member-rows.js';

export interface MemberFilter {
  /** Part of a login or name. */
  q?: string | undefined;
  /** Their present role; `blocked`: those who were blocked, who are not in any other list. */
  role?: MemberRole | 'blocked' | undefined;
}

/** Members of one organization, by role and then login. */
@Injectable()
export class MembersQuery {
  constructor(private readonly database: Database) {}

  async page(
    organizationId: string,
    { q, role }: MemberFilter,
    after: MemberPosition | null,
    take: number,
  ): Promise<MemberView[]> {
    const blocked = role === 'blocked';
    const [place, login, userId] = after ?? [-1, '', '0'];
    const rows = await this.database.sql`
      select "organizationId", "userId", login, name, "avatarUrl", "githubRole", "grantedRole", role, state, "joinedAt", version
      from (
        select m.organization_id as "organizationId", m.user_id as "userId", m.login, m.name, m.avatar_url as "avatarUrl",
          m.github_role as "githubRole", m.granted_role as "grantedRole", m.state, m.joined_at as "joinedAt", m.version,
          organization.present_role(m.role, o.kind, m.verified_at, now()) as role
        from organization.members m join organization.organizations o on o.organization_id = m.organization_id
        where m.organization_id = ${organizationId}
          and case when ${blocked} then m.granted_role = 'blocked' else m.state = 'active' end
      ) as member, lateral (select array_position(array['owner', 'admin', 'member', 'viewer'], role) - 1 as place) as by_role
      where (${blocked} or ${role ?? null}::text is null or role = ${role ?? null})
        and (${q ?? null}::text is null or position(lower(${q ?? ''}) in lower(login || ' ' || coalesce(name, ''))) > 0)
        and (place, lower(login) collate "C", "userId") > (${place}, ${login} collate "C", ${userId}::bigint)
      order by place, lower(login) collate "C", "userId" limit ${take}`;
    return MemberRow.array().parse(rows);
  }
}
