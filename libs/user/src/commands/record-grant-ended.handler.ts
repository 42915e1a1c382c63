import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordGrantEnded } from '../contracts/index.js';
import { mustBeFoundry } from './must-be-foundry.js';

/** Whoever signed in again meanwhile has new tokens, and keeps them. */
@CommandHandler(RecordGrantEnded)
export class RecordGrantEndedHandler extends Handler<RecordGrantEnded> {
  async handle({ payload: { userId } }: RecordGrantEnded, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    await tx.sql`
      delete from "user".github_accounts a using "user".users u
      where a.user_id = ${userId} and u.user_id = a.user_id and u.deleted_at is not null`;
    return null;
  }
}
