import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ExpireOperation, RecordOperation } from '../../contracts/index.js';
import { operationError } from '../../domain/operations/operation-error.js';
import { findOperation } from '../../rows/operation-rows.js';
import { storedRepositories } from '../../rows/repository-rows.js';
import { storePullRequests } from '../store-pull-requests.js';
import { finishOperation } from './finish-operation.js';
import { expiryOf } from './request-operation.js';

/** What GitHub says of the pull request is true even when the operation ended before it was reported. */
@CommandHandler(RecordOperation)
export class RecordOperationHandler extends Handler<RecordOperation> {
  async handle({ payload }: RecordOperation, tx: Tx): Promise<null> {
    const { organizationId, operationId, result, error, pullRequest, observedAt } = payload;
    const row = await findOperation(tx, operationId);
    if (row?.organizationId !== organizationId) return null;
    const { repositoryId } = row;
    if (pullRequest?.repositoryId === repositoryId) {
      const repository = (await storedRepositories(tx, organizationId, [repositoryId])).get(repositoryId);
      const source = { observedAt: new Date(observedAt), fetched: true };
      if (repository?.state === 'available')
        await storePullRequests(tx, organizationId, repositoryId, [pullRequest], source);
    }
    if (row.state !== 'running') return null;
    tx.unschedule(expiryOf(operationId));
    await finishOperation(tx, row, { result, error });
    return null;
  }
}

@CommandHandler(ExpireOperation)
export class ExpireOperationHandler extends Handler<ExpireOperation> {
  async handle({ payload: { organizationId, operationId } }: ExpireOperation, tx: Tx): Promise<null> {
    const row = await findOperation(tx, operationId);
    if (row?.organizationId !== organizationId || row.state !== 'running') return null;
    await finishOperation(tx, row, { result: null, error: operationError('operation.timed_out') });
    return null;
  }
}
