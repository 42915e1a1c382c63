import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { AnnounceSignIn, SignedIn } from '../contracts/index.js';
import { knownPerson } from './known-person.js';
import { mustBeOwn } from './must-be-own.js';

@CommandHandler(AnnounceSignIn)
export class AnnounceSignInHandler extends Handler<AnnounceSignIn> {
  async handle({ payload: { userId } }: AnnounceSignIn, tx: Tx): Promise<null> {
    mustBeOwn(tx, userId);
    const user = await knownPerson(tx, userId);
    tx.emit(new SignedIn({ userId, version: user.version, user }));
    return null;
  }
}
