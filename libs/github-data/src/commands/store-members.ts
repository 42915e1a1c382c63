import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { MembershipRole, MembersChanged } from '../contracts/index.js';
import type { Run } from '../rows/run-rows.js';
import { chunks } from './chunks.js';
import { takeVersions } from './versions.js';

/** Members that one event may carry. */
const PER_EVENT = 500;

const Told = z.array(
  z.object({
    userId: z.string(),
    login: z.string(),
    name: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    githubRole: MembershipRole.nullable(),
  }),
);
export type ToldMember = z.infer<typeof Told>[number];

/** Makes the members those that the run saw, and tells the differences; nobody is told when there are none. */
export async function sweepMembers(tx: Tx, run: Run): Promise<void> {
  const { organizationId, runId } = run;
  const changed = Told.parse(
    await tx.sql`
      select coalesce(s.user_id, m.user_id) as "userId", coalesce(s.login, m.login) as login, m.name,
        coalesce(s.avatar_url, m.avatar_url) as "avatarUrl", s.role as "githubRole"
      from (select * from github_data.sync_run_members where run_id = ${runId}) s
      full join (select * from github_data.members where organization_id = ${organizationId}) m on m.user_id = s.user_id
      where s.user_id is null or m.user_id is null or s.role <> m.role or s.login <> m.login
        or s.avatar_url is distinct from m.avatar_url`,
  );
  await tx.sql`update github_data.accounts set members_checked_at = ${tx.now} where organization_id = ${organizationId}`;
  await changeMembers(tx, organizationId, changed);
}

/** Takes over these members; a role of null ends the membership and all access. */
export async function changeMembers(tx: Tx, organizationId: string, changed: readonly ToldMember[]): Promise<void> {
  if (changed.length === 0) return;
  const gone = changed.filter(({ githubRole }) => githubRole === null).map(({ userId }) => userId);
  const present = changed.filter(({ githubRole }) => githubRole !== null);
  await tx.sql`delete from github_data.members where organization_id = ${organizationId} and user_id = any(${gone}::bigint[])`;
  await tx.sql`update github_data.repository_access set permission = 'none', checked_at = ${tx.now}
    where organization_id = ${organizationId} and user_id = any(${gone}::bigint[])`;
  await tx.sql`
    insert into github_data.members (organization_id, user_id, login, name, avatar_url, role)
    select ${organizationId}::bigint, "userId", login, name, "avatarUrl", "githubRole"
    from jsonb_to_recordset(${JSON.stringify(present)}::jsonb) as x("userId" bigint, login text, name text,
      "avatarUrl" text, "githubRole" text)
    on conflict (organization_id, user_id) do update set login = excluded.login,
      name = coalesce(excluded.name, members.name), avatar_url = excluded.avatar_url, role = excluded.role`;
  for (const members of chunks(changed, PER_EVENT)) {
    const version = await takeVersions(tx, organizationId);
    const observedAt = tx.now.toISOString();
    tx.emit(new MembersChanged({ organizationId, version, members, complete: false, observedAt }));
  }
}
