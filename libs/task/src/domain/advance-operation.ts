import { HoldSandbox, InstallOwnerCredential, SaveSandbox, type SandboxView } from '@foundry/sandbox/contracts';
import type { OperationWaitsFor } from '../contracts/index.js';
import { askMachine } from './ask-machine.js';
import { failOperation } from './end-operation.js';
import { askGithub } from './github-step.js';
import { readyMachine } from './machine.js';
import { later, type Moment } from './moment.js';
import type { Operation } from './operation.entity.js';
import { askWork } from './work-step.js';
import type { WholeTask } from './whole-task.js';

const CHECKPOINT_MS = 2 * 60_000;
/** The machine says when its own step ends; an operation that waits for it gives up a moment later. */
const GRACE_MS = 30_000;
const HOLD_MS = 15 * 60_000;

/** Looks whether an operation on the repository or at GitHub can go on. Whatever it waits for has a deadline. */
export function advanceGitOperation(whole: WholeTask, operation: Operation, moment: Moment): void {
  const { deadlineAt } = operation;
  if (deadlineAt !== null && moment.now >= deadlineAt) {
    failOperation(whole, operation, timedOut(operation), moment);
  } else if (operation.state === 'waiting') {
    if (operation.isExclusive()) prepare(whole, operation, moment);
    else askGithub(whole, operation, moment);
  }
}

/** Everything before the work itself, in this order: others' work, the machine, the identity. */
function prepare(whole: WholeTask, operation: Operation, moment: Moment): void {
  const busy = busyWith(whole, operation);
  if (busy !== null) {
    wait(whole, operation, busy, moment);
    return;
  }
  const machine = readyMachine(whole.task);
  if (!machine) {
    bringMachine(whole, operation, moment);
  } else if (usesIdentity(operation) && !hasIdentity(operation, machine)) {
    askIdentity(whole, operation, machine, moment);
  } else {
    work(whole, operation, machine, moment);
  }
}

/** Two people's authority is never mixed, and files are left alone while an agent works on them. */
function busyWith(whole: WholeTask, operation: Operation): OperationWaitsFor | null {
  const turns = whole.openTurns();
  if (operation.needsQuiet() && turns.length > 0) return 'turn';
  return turns.some(({ authorId }) => authorId !== operation.requestedBy) ? 'owner_busy' : null;
}

const usesIdentity = ({ kind }: Operation): boolean => kind !== 'revert';
const hasIdentity = ({ need, needGeneration }: Operation, { generation }: SandboxView): boolean =>
  need === 'ready' && needGeneration === generation;

function bringMachine(whole: WholeTask, operation: Operation, moment: Moment): void {
  const { task } = whole;
  operation.need = 'none';
  wait(whole, operation, 'sandbox', moment);
  askMachine(whole, moment);
  if (task.failure?.code.startsWith('sandbox.')) {
    const { code, text: reason } = task.failure;
    failOperation(whole, operation, { code, reason, retryable: true }, moment);
    return;
  }
  const until = task.sandbox?.deadlineAt ? new Date(task.sandbox.deadlineAt).getTime() + GRACE_MS : 0;
  if (operation.deadlineAt !== null && until > operation.deadlineAt.getTime()) {
    operation.deadlineAt = new Date(until);
    whole.touch(operation);
    wakeAt(whole, operation, operation.deadlineAt);
  }
}

function askIdentity(whole: WholeTask, operation: Operation, machine: SandboxView, moment: Moment): void {
  wait(whole, operation, 'identity', moment);
  const isAsked = operation.need === 'asked' && operation.needGeneration === machine.generation;
  if (isAsked || operation.requestedBy === null) return;
  operation.need = 'asked';
  operation.needGeneration = machine.generation;
  forgetOthers(whole, operation.requestedBy);
  const { organizationId } = whole.task;
  const { needId, requestedBy: userId } = operation;
  const { sandboxId } = machine;
  const command = new InstallOwnerCredential({ organizationId, sandboxId, userId, needId, kind: 'operation' });
  whole.intents.push({ kind: 'send', command });
  if (whole.owner.userId === userId) {
    whole.owner.credentialIs('preparing', null, null);
    whole.touch(whole.owner);
  }
  whole.touch(operation);
}

/** One credential is on a machine: what others asked for theirs is asked again after this operation. */
function forgetOthers(whole: WholeTask, userId: string): void {
  for (const message of whole.messages) {
    const isThere = message.need === 'asked' || message.need === 'ready';
    if (message.state !== 'queued' || message.authorId === userId || !isThere) continue;
    message.need = 'none';
    whole.touch(message);
  }
}

/** Its work begins: what may change files begins with a saved state. */
function work(whole: WholeTask, operation: Operation, machine: SandboxView, moment: Moment): void {
  const { organizationId } = whole.task;
  const { sandboxId } = machine;
  const { holdId } = operation;
  const until = later(moment, HOLD_MS).toISOString();
  const hold = new HoldSandbox({ organizationId, sandboxId, holdId, kind: 'operation', until });
  operation.isHolding = true;
  whole.intents.push({ kind: 'send', command: hold });
  if (operation.kind !== 'sync' && operation.kind !== 'revert') {
    askWork(whole, operation, machine, moment);
    return;
  }
  const checkpointId = moment.id(`checkpoint before ${operation.needId}`);
  const at = later(moment, CHECKPOINT_MS);
  operation.requestId = checkpointId;
  operation.run('checkpoint', at, moment.now);
  const reason = operation.kind;
  const save = new SaveSandbox({ organizationId, sandboxId, checkpointId, reason, store: true });
  whole.intents.push({ kind: 'send', command: save });
  whole.touch(operation);
  wakeAt(whole, operation, at);
}

function wait(whole: WholeTask, operation: Operation, what: OperationWaitsFor, moment: Moment): void {
  if (operation.wait(what, moment.now)) whole.touch(operation);
}

function wakeAt(whole: WholeTask, { operationId }: Operation, at: Date): void {
  whole.intents.push({ kind: 'wake', key: `task.operation:${operationId}`, at });
}

const WAITED: Record<OperationWaitsFor, string> = {
  owner_busy: 'The work of somebody else did not end in time.',
  turn: 'The turn of an agent did not end in time.',
  sandbox: 'The machine was not ready in time.',
  identity: 'Your GitHub credential did not reach the machine in time.',
};

function timedOut({ kind, step, waitingFor }: Operation) {
  const code =
    step === 'pull_request' || step === 'delete_branch'
      ? 'operation.timed_out'
      : `${kind === 'publish' ? 'push' : kind}.timed_out`;
  const reason =
    waitingFor === null ? 'It did not end in time. Look at GitHub before you do it again.' : WAITED[waitingFor];
  return { code, reason, retryable: true };
}
