import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { ProfileChanged, RecordProfile, UserView } from '../contracts/index.js';
import { shownName } from '../domain/shown-name.js';
import { mustBeFoundry } from './must-be-foundry.js';

const Row = z.array(UserView.extend({ changed: z.boolean() }));

/** No address said is no address lost: GitHub may not have answered that question. A sign-in since then knows better. */
@CommandHandler(RecordProfile)
export class RecordProfileHandler extends Handler<RecordProfile> {
  async handle({ payload }: RecordProfile, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { userId, login, avatarUrl, email, observedAt } = payload;
    const name = shownName(payload.name);
    const rows = await tx.sql`
      update "user".users u set login = ${login}, name = ${name}, avatar_url = ${avatarUrl},
        email = coalesce(${email}, before.email), email_verified = before.email_verified or ${email}::text is not null,
        profile_at = ${observedAt}, version = before.version + case when before.differs then 1 else 0 end
      from (select user_id, email, email_verified, version, (login, name, avatar_url, email, email_verified) is distinct from
          (${login}::text, ${name}::text, ${avatarUrl}::text, coalesce(${email}::text, email),
          email_verified or ${email}::text is not null) as differs
        from "user".users where user_id = ${userId} and deleted_at is null
          and (profile_at is null or profile_at < ${observedAt}::timestamptz)
          and (last_sign_in_at is null or last_sign_in_at < ${observedAt}::timestamptz + interval '1 minute')
        for update) before
      where u.user_id = before.user_id
      returning u.user_id as "userId", u.login, u.name, u.avatar_url as "avatarUrl", u.version, before.differs as changed`;
    const [found] = Row.parse(rows);
    if (!found?.changed) return null;
    const user = UserView.parse(found);
    tx.emit(new ProfileChanged({ userId, version: user.version, user }));
    return null;
  }
}
