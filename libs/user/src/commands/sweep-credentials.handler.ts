import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  type CredentialEnd,
  EndCredentials,
  FindEndedHolders,
  RecordEndedHolders,
  SweepCredentials,
} from '../contracts/index.js';

const Leases = z.array(z.object({ userId: z.string(), leaseId: z.string() }));
const Live = z.tuple([z.object({ live: z.boolean() })]);

/** What is over ends; while anything is lent, its holders are looked for. */
@CommandHandler(SweepCredentials)
export class SweepCredentialsHandler extends Handler<SweepCredentials> {
  async handle(_command: SweepCredentials, tx: Tx): Promise<null> {
    const over = Leases.parse(
      await tx.sql`select user_id as "userId", lease_id as "leaseId" from "user".credential_leases
        where end_asked_at is null and (expires_at < ${tx.now} or ended_at < ${tx.now}::timestamptz - interval '1 minute')
        order by expires_at limit 500`,
    );
    endEach(tx, over, 'expired');
    const [{ live }] = Live.parse(
      await tx.sql`select exists (select 1 from "user".credential_leases where ended_at is null) as live`,
    );
    if (live) tx.perform(new FindEndedHolders({ installation: 'credentials' }));
    return null;
  }
}

@CommandHandler(RecordEndedHolders)
export class RecordEndedHoldersHandler extends Handler<RecordEndedHolders> {
  handle({ payload: { leases } }: RecordEndedHolders, tx: Tx): Promise<null> {
    endEach(tx, leases, 'holder_ended');
    return Promise.resolve(null);
  }
}

/** Each person's leases are ended by a command of theirs. */
function endEach(tx: Tx, leases: readonly { userId: string; leaseId: string }[], reason: CredentialEnd): void {
  for (const userId of new Set(leases.map((lease) => lease.userId))) {
    const leaseIds = leases.filter((lease) => lease.userId === userId).map(({ leaseId }) => leaseId);
    tx.send(new EndCredentials({ userId, leaseIds, reason }));
  }
}
