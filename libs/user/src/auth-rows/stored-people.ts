import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { type People, type Person, UserView } from '../contracts/index.js';

/** The table of people. The version rises only when something that is shown changed. */
@Injectable()
export class StoredPeople implements People {
  constructor(private readonly database: Database) {}

  async record({ userId, login, name, avatarUrl }: Person): Promise<UserView> {
    const [view] = await this.database.transaction(async (sql) =>
      UserView.array().parse(
        await sql`insert into "user".users as u (user_id, login, name, avatar_url)
          values (${userId}, ${login}, ${name}, ${avatarUrl})
          on conflict (user_id) do update set login = excluded.login, name = excluded.name,
            avatar_url = excluded.avatar_url, deleted_at = null,
            version = u.version + case when (u.login, u.name, u.avatar_url, u.deleted_at)
              is distinct from (excluded.login, excluded.name, excluded.avatar_url, null::timestamptz) then 1 else 0 end
          returning user_id as "userId", login, name, avatar_url as "avatarUrl", version`,
      ),
    );
    if (!view) throw new Error(`The row of user ${userId} was neither inserted nor updated.`);
    return view;
  }
}
