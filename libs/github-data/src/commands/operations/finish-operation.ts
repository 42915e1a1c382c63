import type { Tx } from '@foundry/messaging';
import { OperationFinished, type Operation, type OperationError, type OperationResult } from '../../contracts/index.js';
import type { OperationRow } from '../../rows/operation-rows.js';
import { takeVersions } from '../versions.js';

export interface OperationEnd {
  result: OperationResult | null;
  error: OperationError | null;
}

const DONE: Record<Operation['kind'], string> = {
  open: 'pull_request.opened',
  merge: 'pull_request.merged',
  close: 'pull_request.closed',
  mark_ready: 'pull_request.marked_ready',
  delete_branch: 'branch.deleted',
};

/** Closes an operation, tells it and audits it. */
export async function finishOperation(tx: Tx, row: OperationRow, { result, error }: OperationEnd): Promise<void> {
  const { organizationId, operationId, taskId, repositoryId, userId, operation } = row;
  await tx.sql`
    update github_data.operations set state = ${error === null ? 'succeeded' : 'failed'}, finished_at = ${tx.now},
      result = ${result && JSON.stringify(result)}::jsonb, error = ${error && JSON.stringify(error)}::jsonb
    where operation_id = ${operationId}`;
  const version = await versionOf(tx, organizationId);
  tx.emit(
    new OperationFinished({
      organizationId,
      version,
      operationId,
      taskId,
      repositoryId,
      userId,
      kind: operation.kind,
      result,
      error,
    }),
  );
  const number = result?.number ?? ('number' in operation ? operation.number : null);
  tx.audit({
    kind: error === null ? DONE[operation.kind] : 'pull_request.failed',
    subject: number === null ? { type: 'operation', id: operationId } : { type: 'pull_request', id: String(number) },
    taskId,
    repositoryId,
    ...('branch' in operation ? { branch: operation.branch } : {}),
    details: {
      operation: operation.kind,
      operationId,
      userId,
      ...(error === null ? { existing: result?.existing ?? false } : { code: error.code }),
    },
  });
}

/** An account that GitHub never told of has no counter; what is told of it then is the first. */
async function versionOf(tx: Tx, organizationId: string): Promise<number> {
  const known = await tx.sql`select 1 from github_data.accounts where organization_id = ${organizationId}`;
  return known.length > 0 ? takeVersions(tx, organizationId) : 1;
}
