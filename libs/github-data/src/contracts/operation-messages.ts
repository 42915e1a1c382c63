import { effect, event } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { operationFields, Operation, OperationError, OperationResult } from './operations.js';

const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;
const SECOND = 1_000;

/** What one operation is about, as the key under which only one works at a time. */
function subjectOf(operation: Operation): string {
  return 'number' in operation ? `pull-request:${String(operation.number)}` : `branch:${operation.branch}`;
}

/** Does at GitHub what a person asked for, as that person. Every try first looks whether it is done already. */
export class PerformOperation extends effect({
  name: 'github-data.performOperation',
  ...keyed,
  payload: z.object({
    organizationId: operationFields.organizationId,
    operationId: operationFields.operationId,
    repositoryId: operationFields.repositoryId,
    userId: operationFields.userId,
    fullName: z.string().min(3).max(255),
    operation: Operation,
  }),
  timeoutMs: 60 * SECOND,
  deadlineMs: 240 * SECOND,
  maxAttempts: 3,
  retry: 'safe',
  exclusive: ({ repositoryId, operation }) => `github-operation:${repositoryId}:${subjectOf(operation)}`,
}) {}

/**
 * An operation ended: `result` when GitHub did it or had it already, else `error`. `kind` says which it was, and
 * `taskId` is the label that it was asked for with.
 */
export class OperationFinished extends event({
  name: 'github-data.operationFinished',
  ...keyed,
  payload: z.object({
    ...operationFields,
    version: z.int(),
    kind: z.enum(['open', 'merge', 'close', 'mark_ready', 'delete_branch']),
    result: OperationResult.nullable(),
    error: OperationError.nullable(),
  }),
}) {}
