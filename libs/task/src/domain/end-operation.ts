import { ReleaseCredential, ReleaseHold, SaveSandbox } from '@foundry/sandbox/contracts';
import type { OperationResult } from '../contracts/index.js';
import { addGitItem } from './git-entries.js';
import { readyMachine } from './machine.js';
import type { Moment } from './moment.js';
import type { Operation, OperationFailure } from './operation.entity.js';
import type { WholeTask } from './whole-task.js';

/** Ends an operation that did what was asked. `text`: what it did, in words. */
export function succeedOperation(
  whole: WholeTask,
  operation: Operation,
  result: Partial<OperationResult>,
  text: string,
  moment: Moment,
): void {
  giveBack(whole, operation);
  operation.effectId = null;
  operation.end('succeeded', moment.now, result);
  whole.task.failure = null;
  whole.task.lastActivityAt = moment.now;
  addGitItem(whole, operation, text);
  whole.touch(operation, whole.task);
}

/** Ends an operation that could not be done; everybody sees why until somebody dismisses it or something succeeds. */
export function failOperation(whole: WholeTask, operation: Operation, failure: OperationFailure, moment: Moment): void {
  stopWork(whole, operation);
  giveBack(whole, operation);
  operation.fail(failure, moment.now);
  whole.task.fail(failure.code, failure.reason, moment.now);
  addGitItem(whole, operation, failure.reason);
  whole.touch(operation, whole.task);
}

/** Ends an operation that a person does not want any more. */
export function cancelOperation(whole: WholeTask, operation: Operation, moment: Moment): void {
  stopWork(whole, operation);
  giveBack(whole, operation);
  operation.end('cancelled', moment.now);
  whole.touch(operation);
}

/** Neither the credential nor the machine is needed for it any more. */
export function giveBack(whole: WholeTask, operation: Operation): void {
  const { organizationId, sandboxId } = whole.task;
  if (sandboxId === null) return;
  const machine = { organizationId, sandboxId };
  if (operation.need !== 'none') {
    const command = new ReleaseCredential({ ...machine, needId: operation.needId });
    whole.intents.push({ kind: 'send', command });
    operation.need = 'none';
  }
  if (!operation.isHolding) return;
  operation.isHolding = false;
  const { holdId } = operation;
  whole.intents.push({ kind: 'send', command: new ReleaseHold({ ...machine, holdId }) });
}

/** The repository is not as it was saved last. */
export function saveAfter(whole: WholeTask, operation: Operation, moment: Moment): void {
  const machine = readyMachine(whole.task);
  if (!machine) return;
  const { organizationId } = whole.task;
  const checkpointId = moment.id(`checkpoint after ${operation.needId}`);
  const { sandboxId } = machine;
  const command = new SaveSandbox({ organizationId, sandboxId, checkpointId, reason: 'operation', store: true });
  whole.intents.push({ kind: 'send', command });
}

function stopWork(whole: WholeTask, operation: Operation): void {
  if (operation.effectId === null) return;
  whole.intents.push({ kind: 'cancel', effectId: operation.effectId });
  operation.effectId = null;
}
