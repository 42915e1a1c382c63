import { command } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { keyed } from './command-fields.js';
import { PullRequestFacts } from './names.js';
import { operationFields, OperationError, operationInputs, OperationResult } from './operations.js';

interface Requested {
  operationId: string;
  taskId: string;
  repositoryId: string;
}

const requested = (operation: string) => ({
  kind: 'pull_request.requested',
  entry: ({ operationId, taskId, repositoryId }: Requested) => ({
    subject: { type: 'operation', id: operationId },
    taskId,
    repositoryId,
    details: { operation },
  }),
});

/** Opens a pull request of a branch, unless one is open from it to the same base. Its end is `operationFinished`. */
export class OpenPullRequest extends command({
  name: 'github-data.openPullRequest',
  ...keyed,
  payload: z.object({ ...operationFields, ...operationInputs.open.shape }),
  audit: requested('open'),
}) {}

/** Merges a pull request at the commit that the person saw. Merged already: nothing. */
export class MergePullRequest extends command({
  name: 'github-data.mergePullRequest',
  ...keyed,
  payload: z.object({ ...operationFields, ...operationInputs.merge.shape }),
  audit: requested('merge'),
}) {}

/** Closes a pull request without merging it. Closed or merged already: nothing. */
export class ClosePullRequest extends command({
  name: 'github-data.closePullRequest',
  ...keyed,
  payload: z.object({ ...operationFields, ...operationInputs.close.shape }),
  audit: requested('close'),
}) {}

/** Makes a draft ready for review. Ready already: nothing. */
export class MarkReady extends command({
  name: 'github-data.markReady',
  ...keyed,
  payload: z.object({ ...operationFields, ...operationInputs.mark_ready.shape }),
  audit: requested('mark_ready'),
}) {}

/** Deletes a branch that is where it was seen, never the default one. Gone already: nothing. */
export class DeleteBranch extends command({
  name: 'github-data.deleteBranch',
  ...keyed,
  payload: z.object({ ...operationFields, ...operationInputs.delete_branch.shape }),
  audit: requested('delete_branch'),
}) {}

/** How an operation ended at GitHub: `result` or `error`. What is known of its pull request is taken over as well. */
export class RecordOperation extends command({
  name: 'github-data.recordOperation',
  ...keyed,
  payload: z.object({
    organizationId: operationFields.organizationId,
    operationId: operationFields.operationId,
    result: OperationResult.nullable(),
    error: OperationError.nullable(),
    pullRequest: PullRequestFacts.nullable(),
    observedAt: z.iso.datetime(),
  }),
  audit: {
    kind: 'pull_request.opened',
    entry: ({ operationId }) => ({ subject: { type: 'operation', id: operationId } }),
    each: true,
  },
}) {}

/** The time of an operation is over: if nothing was reported, it failed. */
export class ExpireOperation extends command({
  name: 'github-data.expireOperation',
  ...keyed,
  payload: z.object({
    organizationId: operationFields.organizationId,
    operationId: operationFields.operationId,
  }),
  audit: {
    kind: 'pull_request.failed',
    entry: ({ operationId }) => ({ subject: { type: 'operation', id: operationId } }),
    each: true,
  },
}) {}
