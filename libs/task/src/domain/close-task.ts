import { DestroySandbox } from '@foundry/sandbox/contracts';
import { ReleaseTask } from '@foundry/organization/contracts';
import { TaskArchived, TaskDeleted, TaskUnarchived } from '../contracts/index.js';
import { askBranchEnd } from './delete-branch.js';
import { hasMachine } from './machine.js';
import { later, type Moment } from './moment.js';
import type { CloseInput } from './operation-input.js';
import { NO_RESULT, Operation } from './operation.entity.js';
import { BranchNotMadeHere, IdTaken, OperationRunning, TaskKilled, TaskNotOpen, UnpushedWork } from './rejections.js';
import { stopTurn } from './turns.js';
import type { WholeTask } from './whole-task.js';

const STOP_MS = 10_000;
const MACHINE_MS = 75_000;
const STEPS = ['stop', 'machine'] as const;
const WITH_BRANCH = [...STEPS, 'delete_branch'] as const;
/** What is known only of operations that put a task away. */
const inputOf = (operation: Operation): CloseInput => operation.closing() ?? operation.inputOf('archive');

interface Asked {
  operationId: string;
  input: CloseInput;
  requestedBy: string | null;
}

/** Puts the task away. Null: nothing to do, it is away already, or it has work left over and is only proposed. */
export function archive(
  whole: WholeTask,
  asked: Omit<Asked, 'input'> & { input: Omit<CloseInput, 'kind'> },
  moment: Moment,
): Operation | null {
  const { task } = whole;
  if (task.lifecycle !== 'open') return null;
  const { reason } = asked.input;
  // Other work that runs on the repository is not cut for it either.
  if (reason !== 'user' && (hasLeftOver(whole) || whole.operation() !== null)) {
    if (task.archiveProposed !== reason) {
      task.archiveProposed = reason;
      whole.touch(task);
    }
    return null;
  }
  const operation = begin(whole, { ...asked, input: { ...asked.input, kind: 'archive' } }, moment);
  // A pull request that ended waits for the turn; a person does not.
  if (reason === 'user') close(whole, operation, moment);
  return operation;
}

/**
 * Ends the task for good. Rejects with `task.unpushed_work` unless the work is given up, and with `branch.not_made_here`
 * where the branch is to go at GitHub that was not brought there by this task.
 */
export function kill(
  whole: WholeTask,
  asked: Omit<Asked, 'input'>,
  { discardWork, deleteBranch }: { discardWork: boolean; deleteBranch: boolean },
  moment: Moment,
): Operation {
  const { task } = whole;
  if (task.lifecycle === 'killed') throw new TaskKilled();
  if (task.lifecycle !== 'open' && task.lifecycle !== 'archived') throw new TaskNotOpen(task.lifecycle);
  const work = whole.unsavedWork();
  if (deleteBranch && !task.branchMade) throw new BranchNotMadeHere();
  if (work && !discardWork && (work.commits > 0 || work.dirty)) throw new UnpushedWork(work.commits, work.dirty);
  const operation = begin(
    whole,
    { ...asked, input: { kind: 'kill', force: true, reason: 'user', deleteBranch } },
    moment,
  );
  close(whole, operation, moment);
  return operation;
}

/** Opens it again, without a machine. */
export function unarchive(whole: WholeTask, moment: Moment): void {
  const { task } = whole;
  if (task.lifecycle === 'killed' || task.lifecycle === 'killing') throw new TaskKilled();
  if (task.lifecycle === 'archiving') throw new TaskNotOpen(task.lifecycle);
  if (task.lifecycle === 'open') return;
  task.lifecycle = 'open';
  task.archivedAt = task.lifecycleReason = null;
  task.lastActivityAt = moment.now;
  whole.touch(task);
  whole.tell((told) => new TaskUnarchived(told));
}

/** What was stopped, saved and ended so far, and what is next. Every step has a deadline. */
export function advanceOperation(whole: WholeTask, moment: Moment): void {
  const operation = whole.operation();
  if (!operation?.closing()) return;
  if (operation.state === 'waiting') {
    if (whole.openTurns().length > 0) return;
    close(whole, operation, moment);
  }
  const isLate = operation.deadlineAt !== null && moment.now >= operation.deadlineAt;
  if (operation.step === 'stop' && (whole.openTurns().length === 0 || isLate)) endMachine(whole, operation, moment);
  else if (operation.step === 'machine') watchMachine(whole, operation, isLate, moment);
  else if (operation.step === 'delete_branch' && isLate) afterKilledBranch(whole, operation, LATE, moment);
}

function begin(whole: WholeTask, asked: Asked, moment: Moment): Operation {
  if (whole.operations.some(({ operationId }) => operationId === asked.operationId)) throw new IdTaken('operation');
  if (whole.operation()) throw new OperationRunning();
  const operation = Operation.ask(
    { ...asked, ...whole.named, person: null, steps: inputSteps(asked.input) },
    moment.now,
  );
  whole.operations.push(operation);
  whole.touch(operation);
  return operation;
}

/** From here on no new work is taken. */
function close(whole: WholeTask, operation: Operation, moment: Moment): void {
  const { task } = whole;
  task.lifecycle = operation.kind === 'archive' ? 'archiving' : 'killing';
  task.lifecycleReason = inputOf(operation).reason;
  task.archiveProposed = null;
  for (const turn of whole.openTurns()) stopTurn(whole, turn, null);
  for (const message of whole.messages) {
    if (message.state !== 'queued') continue;
    message.cancel();
    whole.touch(message);
  }
  step(whole, operation, 'stop', STOP_MS, moment);
  whole.touch(task);
  if (whole.openTurns().length === 0) endMachine(whole, operation, moment);
}

function endMachine(whole: WholeTask, operation: Operation, moment: Moment): void {
  const { task } = whole;
  if (task.sandboxId === null || !hasMachine(task)) {
    afterMachine(whole, operation, moment);
    return;
  }
  const checkpointFirst = operation.kind === 'archive' && !inputOf(operation).force;
  const { organizationId, sandboxId } = task;
  const command = new DestroySandbox({ organizationId, sandboxId, reason: `task.${operation.kind}`, checkpointFirst });
  whole.intents.push({ kind: 'send', command });
  step(whole, operation, 'machine', MACHINE_MS, moment);
}

/** The machine goes on being destroyed without us; only work that could not be saved brings the task back. */
function watchMachine(whole: WholeTask, operation: Operation, isLate: boolean, moment: Moment): void {
  const { task } = whole;
  const isGoing = task.sandbox?.state === 'destroying' || task.sandbox?.state === 'destroyed';
  const mayBeLost = operation.kind === 'kill' || inputOf(operation).force || !hasLeftOver(whole);
  if (task.sandbox?.state === 'destroyed' || (isLate && (isGoing || mayBeLost))) afterMachine(whole, operation, moment);
  else if (isLate || (!isGoing && task.sandbox?.state === 'failed')) {
    const reason = 'The work could not be saved, so the task stays open.';
    operation.fail({ code: 'archive.not_saved', reason, retryable: false }, moment.now);
    task.lifecycle = 'open';
    task.lifecycleReason = null;
    task.fail('archive.not_saved', reason, moment.now);
    whole.touch(task, operation);
  }
}

/** The branch goes last, at the commit that was pushed from here; the task ends however that goes. */
function afterMachine(whole: WholeTask, operation: Operation, moment: Moment): void {
  const { lastPushedSha } = whole.task;
  const wants = inputOf(operation).deleteBranch === true;
  const isAsked = wants && lastPushedSha !== null && askBranchEnd(whole, operation, lastPushedSha, moment);
  if (!isAsked) finish(whole, operation, moment);
}

const LATE = { code: 'operation.timed_out', text: 'GitHub did not answer in time; look whether the branch is gone.' };

/** GitHub deleted the branch of a task that ends, or says why not: the task ends all the same. */
export function afterKilledBranch(
  whole: WholeTask,
  operation: Operation,
  error: { code: string; text: string } | null,
  moment: Moment,
): void {
  operation.result = { ...NO_RESULT, branchDeleted: error === null };
  if (error) Object.assign(operation, { code: error.code, reason: error.text });
  finish(whole, operation, moment);
}

const inputSteps = ({ deleteBranch }: CloseInput) => (deleteBranch === true ? WITH_BRANCH : STEPS);

function finish(whole: WholeTask, operation: Operation, moment: Moment): void {
  const { task, named } = whole;
  operation.end('succeeded', moment.now);
  task.failure = null;
  task.archivedAt ??= moment.now;
  whole.touch(task, operation);
  if (operation.kind === 'archive') {
    task.lifecycle = 'archived';
    whole.tell((told) => new TaskArchived(told));
    return;
  }
  task.lifecycle = 'killed';
  whole.tell((told) => new TaskDeleted(told));
  whole.intents.push({ kind: 'send', command: new ReleaseTask({ ...named, taskVersion: task.version + 1 }) });
}

function step(whole: WholeTask, operation: Operation, name: 'stop' | 'machine', ms: number, moment: Moment): void {
  const at = later(moment, ms);
  operation.run(name, at, moment.now);
  whole.touch(operation);
  whole.intents.push({ kind: 'wake', key: `task.operation:${operation.operationId}`, at });
}

function hasLeftOver(whole: WholeTask): boolean {
  const work = whole.unsavedWork();
  return work !== null && (work.commits > 0 || work.dirty);
}
