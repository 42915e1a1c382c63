import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Reconcile, ReconcileApp, RecordAppSweep, RecordInstallation, SweepApp } from '../contracts/index.js';

const Organizations = z.array(z.object({ id: z.string() }));

/** Asks GitHub what the App may have missed; `organizations` gives a sweep to every connected one that had none for long. */
@CommandHandler(ReconcileApp)
export class ReconcileAppHandler extends Handler<ReconcileApp> {
  async handle({ payload: { part } }: ReconcileApp, tx: Tx): Promise<null> {
    if (part !== 'organizations') {
      tx.perform(new SweepApp({ entityId: 'app', part }));
      return null;
    }
    const due = Organizations.parse(
      await tx.sql`select organization_id as id from github_data.accounts
        where installation_status in ('connected', 'needs_permissions')
          and (last_synced_at is null or last_synced_at < ${tx.now}::timestamptz - interval '6 hours 30 minutes')`,
    );
    for (const { id } of due) tx.send(new Reconcile({ organizationId: id }));
    return null;
  }
}

/** Each installation goes to its account; this gives nobody access to anything. */
@CommandHandler(RecordAppSweep)
export class RecordAppSweepHandler extends Handler<RecordAppSweep> {
  async handle({ payload: { installations, observedAt } }: RecordAppSweep, tx: Tx): Promise<null> {
    for (const installation of installations) {
      const organizationId = installation.account.accountId;
      tx.send(new RecordInstallation({ organizationId, installation, observedAt }));
    }
    return Promise.resolve(null);
  }
}
