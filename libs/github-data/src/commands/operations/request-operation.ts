import type { Tx } from '@foundry/messaging';
import { ExpireOperation, type Operation, PerformOperation } from '../../contracts/index.js';
import { operationError, type OperationCode } from '../../domain/operations/operation-error.js';
import { OperationIdTaken, WrongSender } from '../../domain/operations/rejections.js';
import { GithubNotConnected, GithubSuspended } from '../../domain/rejections.js';
import { findOperation } from '../../rows/operation-rows.js';
import { storedRepositories } from '../../rows/repository-rows.js';
import { contextOf } from '../runs/start-run.js';
import { finishOperation } from './finish-operation.js';

/** After this an operation has ended, whatever became of its effect: all tries and what GitHub may ask to wait. */
const DEADLINE_MS = 5 * 60_000;

export interface Requested {
  organizationId: string;
  operationId: string;
  taskId: string;
  repositoryId: string;
  userId: string;
}

/**
 * Keeps what is asked for and asks the effect to do it. The same id again: nothing. What cannot even be tried ends at once
 * as failed: whoever sent this hears of `operationFinished` and of nothing else.
 */
export async function requestOperation(tx: Tx, requested: Requested, operation: Operation): Promise<void> {
  if (tx.actor.kind !== 'system') throw new WrongSender();
  const { organizationId, operationId, taskId, repositoryId, userId } = requested;
  const known = await findOperation(tx, operationId);
  if (known && known.organizationId !== organizationId) throw new OperationIdTaken();
  if (known) return;
  const deadline = new Date(tx.now.getTime() + DEADLINE_MS);
  await tx.sql`
    insert into github_data.operations (operation_id, organization_id, repository_id, kind, task_id, requested_by, input,
      state, requested_at, deadline_at)
    values (${operationId}, ${organizationId}, ${repositoryId}, ${operation.kind}, ${taskId}, ${userId},
      ${JSON.stringify(operation)}::jsonb, 'running', ${tx.now}, ${deadline})`;
  const repository = (await storedRepositories(tx, organizationId, [repositoryId])).get(repositoryId);
  const obstacle = await obstacleOf(tx, organizationId, repository, operation);
  if (obstacle !== null || !repository) {
    const row = { ...requested, operation, state: 'running' as const };
    await finishOperation(tx, row, { result: null, error: operationError(obstacle ?? 'repository.unknown') });
    return;
  }
  const { fullName } = repository;
  tx.perform(new PerformOperation({ organizationId, operationId, repositoryId, userId, fullName, operation }));
  tx.schedule(expiryOf(operationId), deadline, new ExpireOperation({ organizationId, operationId }));
}

export const expiryOf = (operationId: string): string => `github-operation:${operationId}`;

/** What is known here already to stand in the way. */
async function obstacleOf(
  tx: Tx,
  organizationId: string,
  repository: { state: string; archived: boolean; defaultBranch: string } | undefined,
  operation: Operation,
): Promise<OperationCode | null> {
  try {
    await contextOf(tx, organizationId);
  } catch (error) {
    if (error instanceof GithubNotConnected) return 'github.not_connected';
    if (error instanceof GithubSuspended) return 'github.suspended';
    throw error;
  }
  if (repository?.state !== 'available') return 'repository.unknown';
  const isDefault = operation.kind === 'delete_branch' && operation.branch === repository.defaultBranch;
  return isDefault ? 'branch.is_default' : null;
}
