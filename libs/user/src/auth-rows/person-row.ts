import type { SqlRunner } from '@foundry/messaging';
import { type Person, UserView } from '../contracts/index.js';

/** Inserts the person or refreshes what GitHub says of them. The version rises only when something shown changed. */
export async function recordPerson(
  sql: SqlRunner,
  { userId, login, name, avatarUrl }: Person,
  signsIn: boolean,
): Promise<UserView> {
  const rows = await sql`
    insert into "user".users as u (user_id, login, name, avatar_url, last_sign_in_at)
    values (${userId}, ${login}, ${name}, ${avatarUrl}, case when ${signsIn}::boolean then now() end)
    on conflict (user_id) do update set login = excluded.login, name = excluded.name,
      avatar_url = excluded.avatar_url, deleted_at = null,
      last_sign_in_at = coalesce(excluded.last_sign_in_at, u.last_sign_in_at),
      version = u.version + case when (u.login, u.name, u.avatar_url, u.deleted_at)
        is distinct from (excluded.login, excluded.name, excluded.avatar_url, null::timestamptz) then 1 else 0 end
    returning user_id as "userId", login, name, avatar_url as "avatarUrl", version`;
  const [view] = UserView.array().parse(rows);
  if (!view) throw new Error(`The row of user ${userId} was neither inserted nor updated.`);
  return view;
}
