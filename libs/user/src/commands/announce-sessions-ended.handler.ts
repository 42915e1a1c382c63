import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { AnnounceSessionsEnded, SessionEnded } from '../contracts/index.js';
import { knownPerson } from './known-person.js';
import { mustBeOwn } from './must-be-own.js';

@CommandHandler(AnnounceSessionsEnded)
export class AnnounceSessionsEndedHandler extends Handler<AnnounceSessionsEnded> {
  async handle({ payload: { userId, reason } }: AnnounceSessionsEnded, tx: Tx): Promise<null> {
    mustBeOwn(tx, userId);
    const { version } = await knownPerson(tx, userId);
    tx.emit(new SessionEnded({ userId, version, reason }));
    return null;
  }
}
