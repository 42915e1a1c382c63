import { RefreshAccess } from '@foundry/github-data/contracts';
import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { RefreshActivePeople } from '../contracts/index.js';
import { REFRESH_EVERY_MS, REFRESH_TURNS } from '../domain/active-people.js';

const People = z.array(z.object({ userId: z.string() }));

/** Sent by a schedule. The use of a session is written once an hour, so who was here within two may be here still. */
@CommandHandler(RefreshActivePeople)
export class RefreshActivePeopleHandler extends Handler<RefreshActivePeople> {
  async handle(_command: RefreshActivePeople, tx: Tx): Promise<null> {
    const turn = Math.floor(tx.now.getTime() / REFRESH_EVERY_MS) % REFRESH_TURNS;
    const people = People.parse(
      await tx.sql`
        select a.user_id as "userId" from "user".github_accounts a
        where a.state = 'connected' and a.user_id % ${REFRESH_TURNS}::int = ${turn}::int and (
          exists (select 1 from "user".auth_sessions s where s.user_id = a.user_id and s.ended_at is null
            and s.last_seen_at > ${tx.now}::timestamptz - interval '2 hours')
          or exists (select 1 from "user".api_tokens t where t.user_id = a.user_id and t.revoked_at is null
            and t.last_used_at > ${tx.now}::timestamptz - interval '1 hour'))
        order by 1`,
    );
    for (const person of people) tx.send(new RefreshAccess(person));
    return null;
  }
}
