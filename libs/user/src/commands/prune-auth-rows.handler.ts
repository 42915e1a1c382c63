import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { PruneAuthRows } from '../contracts/index.js';

/** What is over is of no use to anybody; ended sessions stay for 30 days, for the person who wonders. */
@CommandHandler(PruneAuthRows)
export class PruneAuthRowsHandler extends Handler<PruneAuthRows> {
  async handle(_command: PruneAuthRows, tx: Tx): Promise<null> {
    await tx.sql`delete from "user".sign_in_attempts where expires_at < now() - interval '1 hour'`;
    await tx.sql`delete from "user".sign_in_counts where minute < now() - interval '1 hour'`;
    await tx.sql`
      delete from "user".auth_sessions
      where expires_at < now() or idle_expires_at < now() or ended_at < now() - interval '30 days'`;
    // the sweep of credentials ended them an hour ago; a token that is kept still is one that lapsed by itself
    await tx.sql`delete from "user".credential_leases
      where ended_at is not null and expires_at < now() - interval '1 hour'`;
    return null;
  }
}
