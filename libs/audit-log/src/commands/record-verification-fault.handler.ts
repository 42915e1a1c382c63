import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordVerificationFault } from '../contracts/index.js';

/** Keeps a fault beside the head, which `/readyz` shows; `verified_seq` stays, so that the next run reads it again. */
@CommandHandler(RecordVerificationFault)
export class RecordVerificationFaultHandler extends Handler<RecordVerificationFault> {
  async handle({ payload: { streamId, seq, fault } }: RecordVerificationFault, tx: Tx): Promise<null> {
    await tx.sql`
      update audit_log.heads set verified_at = ${tx.now}::timestamptz, verified_fault = ${`${fault} at ${seq}`}
      where stream_id = ${streamId}::bigint`;
    return null;
  }
}
