import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordInstallation, RecordInstallationRead } from '../contracts/index.js';
import { applyInstallation } from './apply-installation.js';
import { presentInstallation } from './present-installation.js';

/** What GitHub answered about an installation; it wins against events of the same second. */
@CommandHandler(RecordInstallation)
export class RecordInstallationHandler extends Handler<RecordInstallation> {
  async handle({ payload: { organizationId, installation, observedAt } }: RecordInstallation, tx: Tx): Promise<null> {
    if (installation.account.accountId !== organizationId) return null;
    await applyInstallation(tx, installation, { at: new Date(observedAt), read: true });
    return null;
  }
}

/** The same, asked for by us: what GitHub does not know any more has ended; without an answer nothing changes. */
@CommandHandler(RecordInstallationRead)
export class RecordInstallationReadHandler extends Handler<RecordInstallationRead> {
  async handle({ payload }: RecordInstallationRead, tx: Tx): Promise<null> {
    const { organizationId, installationId, installation, error, observedAt } = payload;
    if (error !== null) return null;
    const at = { at: new Date(observedAt), read: true };
    const present = await presentInstallation(tx, organizationId);
    if (installation !== null) await applyInstallation(tx, installation, at);
    else if (present?.installationId === installationId) {
      await applyInstallation(tx, { ...present, state: 'deleted' }, at);
    }
    return null;
  }
}
