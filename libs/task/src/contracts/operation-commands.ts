import { command, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { acted, keyed } from './command-fields.js';
import { operationInputs } from './operation-inputs.js';
import { OperationView } from './views.js';

interface Asked {
  taskId: string;
  operationId: string;
}
const asked = { ...acted, operationId: Uuid };
const entry = ({ taskId, operationId }: Asked) => ({
  subject: { type: 'operation', id: operationId },
  taskId,
});
/** What a person asks for is told in the audit log when it succeeded, by the report of its end. */
const atSuccess = (kind: string) => ({ kind, entry, each: true as const });

/**
 * Sends the commits of the branch to GitHub, as the person who asks; with a message everything is committed before. The
 * same id again: the same answer. Refused: `operation.running`, `task.not_trusted`, and `push.to_fork` for a branch that is
 * in a fork, where the credential does not reach.
 */
export class PushTask extends command({
  name: 'task.push',
  ...keyed,
  payload: z.object({ ...asked, ...operationInputs.push.shape }),
  result: OperationView,
  audit: atSuccess('task.pushed'),
}) {}

/**
 * Brings what is new at GitHub into the branch: its own commits, and those of the base branch. Refused:
 * `operation.running`, `task.turn_running`, `task.not_trusted`.
 */
export class SyncTask extends command({
  name: 'task.sync',
  ...keyed,
  payload: z.object({ ...asked, ...operationInputs.sync.shape }),
  result: OperationView,
  audit: atSuccess('task.synced'),
}) {}

/** Pushes, then opens a pull request, unless one is open. Refused as `PushTask`. */
export class PublishTask extends command({
  name: 'task.publishPullRequest',
  ...keyed,
  payload: z.object({ ...asked, ...operationInputs.publish.shape }),
  result: OperationView,
  audit: atSuccess('task.pushed'),
}) {}

/** Merges the pull request of the task at GitHub, as the person who asks. Refused: `task.no_pull_request`. */
export class MergeTask extends command({
  name: 'task.mergePullRequest',
  ...keyed,
  payload: z.object({ ...asked, ...operationInputs.merge.shape }),
  result: OperationView,
  audit: { none: 'derived' },
}) {}

/** Closes the pull request of the task without merging it. Refused: `task.no_pull_request`. */
export class CloseTaskPullRequest extends command({
  name: 'task.closePullRequest',
  ...keyed,
  payload: z.object({ ...asked, ...operationInputs.close.shape }),
  result: OperationView,
  audit: { none: 'derived' },
}) {}

/** Makes the draft of the task ready for review. Refused: `task.no_pull_request`. */
export class MarkTaskReady extends command({
  name: 'task.markReady',
  ...keyed,
  payload: z.object({ ...asked, ...operationInputs.ready.shape }),
  result: OperationView,
  audit: { none: 'derived' },
}) {}

/**
 * Takes the changes of one file back; the state before is in a checkpoint. Refused: `operation.running`,
 * `file.not_changed`, `file.path_invalid`, `task.not_trusted`.
 */
export class RevertFile extends command({
  name: 'task.revertFile',
  ...keyed,
  payload: z.object({ ...asked, ...operationInputs.revert.shape }),
  result: OperationView,
  audit: atSuccess('file.reverted'),
}) {}

/**
 * Ends an operation that waits or works; what it did already stays. Refused: `operation.unknown`, `operation.ended`,
 * `operation.not_cancellable` once GitHub was asked, and for the end of a task.
 */
export class CancelOperation extends command({
  name: 'task.cancelOperation',
  ...keyed,
  payload: z.object(asked),
  result: OperationView,
  audit: { kind: 'operation.cancelled', entry },
}) {}

/**
 * Does an operation that failed or was cancelled once more, as the person who asks now. Refused: `operation.unknown`,
 * `operation.not_retryable`, `operation.running`, and what the operation itself is refused with.
 */
export class RetryOperation extends command({
  name: 'task.retryOperation',
  ...keyed,
  payload: z.object(asked),
  result: OperationView,
  audit: { kind: 'operation.retried', entry },
}) {}
