import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { PruneInbox } from '../../contracts/index.js';

/** What has been done for 30 days is of no use to anybody; nobody is told, because no screen shows it. */
@CommandHandler(PruneInbox)
export class PruneInboxHandler extends Handler<PruneInbox> {
  async handle(_command: PruneInbox, tx: Tx): Promise<null> {
    await tx.sql`delete from "user".inbox_items where done_at < now() - interval '30 days'`;
    return null;
  }
}
