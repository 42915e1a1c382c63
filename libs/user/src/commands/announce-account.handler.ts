import { Handler, NotFound, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { AccountChanged, AccountView, AnnounceAccount } from '../contracts/index.js';
import { knownPerson } from './known-person.js';

/** Sent beside the row that changed, never by people. Tells how the link stands by now. */
@CommandHandler(AnnounceAccount)
export class AnnounceAccountHandler extends Handler<AnnounceAccount> {
  async handle({ payload: { userId } }: AnnounceAccount, tx: Tx): Promise<null> {
    if (tx.actor.kind !== 'system') throw new NotFound('This user');
    const { version } = await knownPerson(tx, userId);
    const rows = await tx.sql`select state, reason from "user".github_accounts where user_id = ${userId}`;
    const [account] = AccountView.array().parse(rows);
    if (account) tx.emit(new AccountChanged({ userId, version, account }));
    return null;
  }
}
