import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordVerification } from '../contracts/index.js';

/** Keeps a good result beside the head. A run that could not be finished changes nothing; its effect shows why. */
@CommandHandler(RecordVerification)
export class RecordVerificationHandler extends Handler<RecordVerification> {
  async handle({ payload: { streamId, verifiedSeq } }: RecordVerification, tx: Tx): Promise<null> {
    if (verifiedSeq === null) return null;
    await tx.sql`
      update audit_log.heads set verified_seq = ${verifiedSeq}::bigint, verified_at = ${tx.now}::timestamptz, verified_fault = null
      where stream_id = ${streamId}::bigint`;
    return null;
  }
}
