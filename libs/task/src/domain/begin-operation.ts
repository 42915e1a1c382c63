import type { OperationStep, TaskPerson } from '../contracts/index.js';
import { advanceGitOperation } from './advance-operation.js';
import { FileNotChanged, NoPullRequest, PushToFork, TurnRunning } from './git-rejections.js';
import { tryAgain } from './messages.js';
import { later, type Moment } from './moment.js';
import type { GitInput } from './operation-input.js';
import { Operation } from './operation.entity.js';
import { NotTrusted, OperationRunning } from './rejections.js';
import type { WholeTask } from './whole-task.js';

/** So long an operation waits for what it needs before its work begins. */
const WAIT_MS = 5 * 60_000;

/** Takes on what a person asked for. Rejects as the commands say. */
export function beginOperation(
  whole: WholeTask,
  asked: { operationId: string; input: GitInput; by: TaskPerson },
  moment: Moment,
): Operation {
  const { operationId, input, by } = asked;
  mustBePossible(whole, input);
  const row = { ...whole.named, operationId, input, requestedBy: by.userId, person: by, steps: stepsOf(input) };
  const operation = Operation.ask(row, moment.now);
  whole.operations.push(operation);
  start(whole, operation, moment);
  return operation;
}

/** Does it once more, as the person who asks now. */
export function beginAgain(
  whole: WholeTask,
  operation: Operation,
  input: GitInput,
  by: TaskPerson,
  moment: Moment,
): void {
  mustBePossible(whole, input);
  operation.input = input;
  operation.person = by;
  operation.requestedBy = by.userId;
  operation.begin(stepsOf(input));
  start(whole, operation, moment);
}

function start(whole: WholeTask, operation: Operation, moment: Moment): void {
  const { task } = whole;
  if (operation.isExclusive()) tryAgain(whole, null, moment);
  task.lastActivityAt = moment.now;
  const at = later(moment, WAIT_MS);
  operation.deadlineAt = at;
  whole.touch(task, operation);
  whole.intents.push({ kind: 'wake', key: `task.operation:${operation.operationId}`, at });
  if (!operation.isExclusive()) advanceGitOperation(whole, operation, moment);
}

function mustBePossible(whole: WholeTask, input: GitInput): void {
  const { task } = whole;
  switch (input.kind) {
    case 'merge':
    case 'close':
    case 'ready':
      if (task.pullRequest?.number !== input.number) throw new NoPullRequest();
      return;
    case 'revert':
      if (input.to === 'base' && input.commitSha === null) throw new FileNotChanged();
      break;
    case 'push':
    case 'sync':
    case 'publish':
  }
  if (whole.operation()) throw new OperationRunning();
  if (task.needsTrust) throw new NotTrusted();
  // Its machine has cloned the repository that the fork came from: there the same name is another branch.
  if (task.fork && (input.kind === 'push' || input.kind === 'publish')) throw new PushToFork();
  const isQuiet = input.kind === 'sync' || input.kind === 'revert';
  if (isQuiet && whole.openTurns().length > 0) throw new TurnRunning();
}

function stepsOf(input: GitInput): OperationStep[] {
  switch (input.kind) {
    case 'push':
      return ['sandbox', 'identity', 'push'];
    case 'publish':
      return ['sandbox', 'identity', 'push', 'pull_request'];
    case 'sync':
      return ['sandbox', 'identity', 'checkpoint', 'sync'];
    case 'revert':
      return ['sandbox', 'checkpoint', 'revert'];
    case 'merge':
    case 'close':
      return input.deleteBranch ? ['pull_request', 'delete_branch'] : ['pull_request'];
    case 'ready':
      return ['pull_request'];
  }
}
