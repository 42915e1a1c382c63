import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { ReadAccess, RecordAccessRead, RefreshAccess } from '../contracts/index.js';

const Row = z.array(z.object({ again: z.boolean() }));

/** One reading at a time. One that never reported is forgotten after five minutes. */
@CommandHandler(RefreshAccess)
export class RefreshAccessHandler extends Handler<RefreshAccess> {
  async handle({ payload: { userId } }: RefreshAccess, tx: Tx): Promise<null> {
    const begun = await tx.sql`
      insert into github_data.access_readings as r (user_id, running_since, again) values (${userId}, ${tx.now}, false)
      on conflict (user_id) do update set running_since = excluded.running_since, again = false
      where r.running_since is null or r.running_since < ${tx.now}::timestamptz - interval '5 minutes'
      returning user_id`;
    if (begun.length > 0) tx.perform(new ReadAccess({ userId }));
    else await tx.sql`update github_data.access_readings set again = true where user_id = ${userId}`;
    return null;
  }
}

@CommandHandler(RecordAccessRead)
export class RecordAccessReadHandler extends Handler<RecordAccessRead> {
  async handle({ payload: { userId, reason } }: RecordAccessRead, tx: Tx): Promise<null> {
    const [row] = Row.parse(
      await tx.sql`update github_data.access_readings set running_since = null, ended_at = ${tx.now}, reason = ${reason}
        where user_id = ${userId} returning again`,
    );
    if (row?.again) tx.send(new RefreshAccess({ userId }));
    return null;
  }
}
