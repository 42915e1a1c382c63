import { CommandHandler } from '@nestjs/cqrs';
import { DiscardDeadLetter, Envelope, type ResolvedDeadLetter } from '../contracts/index.js';
import { Handler } from '../handling/handler.js';
import type { Tx } from '../handling/tx.js';
import { auditLetter, lockLetter, resolveLetter } from './dead-letter-rows.js';

@CommandHandler(DiscardDeadLetter)
export class DiscardDeadLetterHandler extends Handler<DiscardDeadLetter> {
  async handle({ payload: { deadLetterId, reason } }: DiscardDeadLetter, tx: Tx): Promise<ResolvedDeadLetter> {
    const letter = await lockLetter(tx, deadLetterId);
    await resolveLetter(tx, letter, { state: 'discarded', reason });
    const message = Envelope.safeParse(letter.envelope);
    if (message.success && message.data.kind === 'command') {
      await tx.sql`
        update messaging.inbox set outcome = 'discarded' where command_id = ${message.data.id} and outcome = 'dead'`;
    }
    auditLetter(tx, letter, { reason });
    return { deadLetterId, state: 'discarded', retriedAs: null };
  }
}
