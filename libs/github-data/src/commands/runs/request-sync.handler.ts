import { Handler, Invalid, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RequestSync } from '../../contracts/index.js';
import { storedRepositories } from '../../rows/repository-rows.js';
import { wantRun } from './start-run.js';

/** One run works and at most one waits, however many are asked for. */
@CommandHandler(RequestSync)
export class RequestSyncHandler extends Handler<RequestSync> {
  async handle({ payload }: RequestSync, tx: Tx): Promise<{ runId: string }> {
    const { organizationId, runId, trigger, scope } = payload;
    if (scope !== 'all') {
      const known = await storedRepositories(tx, organizationId, scope);
      if (scope.some((id) => !known.has(id)))
        throw new Invalid('A repository of the scope is not of this organization.');
    }
    const person = tx.actor.kind === 'user' ? tx.actor.userId : null;
    const works = await wantRun(tx, organizationId, { runId, trigger, scope, requestedBy: person });
    if (person !== null) tx.audit({ subject: { type: 'sync', id: works } });
    return { runId: works };
  }
}
