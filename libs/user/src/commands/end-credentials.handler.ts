import { Handler, NotFound, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { endCredentials } from './ending-credentials.js';
import { EndCredentials } from '../contracts/index.js';

/** Sent by reactions, holders and other modules, never by people. */
@CommandHandler(EndCredentials)
export class EndCredentialsHandler extends Handler<EndCredentials> {
  async handle({ payload: { reason, ...which } }: EndCredentials, tx: Tx): Promise<null> {
    if (tx.actor.kind !== 'system') throw new NotFound('This credential');
    await endCredentials(tx, which, reason);
    return null;
  }
}
