import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { forgetToken } from '../auth-rows/ended-leases.js';
import { RecordCredentialEnded } from '../contracts/index.js';

/** Sent by the effect only. */
@CommandHandler(RecordCredentialEnded)
export class RecordCredentialEndedHandler extends Handler<RecordCredentialEnded> {
  async handle({ payload: { leaseId } }: RecordCredentialEnded, tx: Tx): Promise<null> {
    await forgetToken(tx, leaseId);
    return null;
  }
}
