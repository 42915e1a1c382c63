import {
  ClosePullRequest,
  DeleteBranch,
  MarkReady,
  MergePullRequest,
  OpenPullRequest,
} from '@foundry/github-data/contracts';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { ArchiveTask, type NoteOperation } from '../contracts/index.js';
import { failOperation, giveBack, succeedOperation } from './end-operation.js';
import { later, type Moment } from './moment.js';
import { NO_RESULT, type Operation } from './operation.entity.js';
import type { WholeTask } from './whole-task.js';

/** GitHub's module ends what it was asked for after five minutes, and says so. */
const GITHUB_MS = 5 * 60_000 + 10_000;
type Done = NonNullable<NoteOperation['payload']['result']>;

/** What the person asks of GitHub itself, with their own authority. `base`: the default branch, where it is known. */
export function askGithub(
  whole: WholeTask,
  operation: Operation,
  moment: Moment,
  defaultBranch: string | null = null,
): void {
  const { task } = whole;
  const { input } = operation;
  const asked = askedOf(whole, operation, 'pull_request', moment);
  if (!asked) return;
  switch (input.kind) {
    case 'publish': {
      const base = input.base ?? task.baseBranch ?? defaultBranch;
      if (base === null || base === task.branch) {
        const reason = 'There is no other branch that the pull request could go to; choose one.';
        failOperation(whole, operation, { code: 'pull_request.base_missing', reason, retryable: false }, moment);
        return;
      }
      giveBack(whole, operation);
      const { title, body, draft } = input;
      send(whole, operation, new OpenPullRequest({ ...asked, branch: task.branch, base, title, body, draft }), moment);
      return;
    }
    case 'merge': {
      const { number, method, expectedHeadSha } = input;
      send(whole, operation, new MergePullRequest({ ...asked, number, method, expectedHeadSha }), moment);
      return;
    }
    case 'close':
      send(whole, operation, new ClosePullRequest({ ...asked, number: input.number }), moment);
      return;
    case 'ready':
      send(whole, operation, new MarkReady({ ...asked, number: input.number }), moment);
      return;
    default:
      throw new Error(`Operation ${operation.operationId} asks nothing of GitHub.`);
  }
}

/** GitHub answered: the next step, or the end. An answer to another question is ignored. */
export function noteGithubAnswer(whole: WholeTask, note: NoteOperation['payload'], moment: Moment): void {
  const operation = whole.openOperations().find(({ requestId }) => requestId === note.requestId);
  if (!operation) return;
  if (operation.step === 'delete_branch') {
    afterBranch(whole, operation, note, moment);
  } else if (note.error) {
    const { code, text: reason, retryable } = note.error;
    failOperation(whole, operation, { code, reason, retryable }, moment);
  } else if (note.result) {
    afterPullRequest(whole, operation, note.result, moment);
  }
}

function afterPullRequest(whole: WholeTask, operation: Operation, done: Done, moment: Moment): void {
  const { task } = whole;
  const { number, url, headSha, existing } = done;
  operation.result = { ...withResult(operation), outcome: 'done', number, url, headSha, existing };
  keepPullRequest(whole, operation, done);
  const { input } = operation;
  const seen = input.kind === 'merge' || input.kind === 'close' ? (headSha ?? input.expectedHeadSha) : null;
  const wants = (input.kind === 'merge' || input.kind === 'close') && input.deleteBranch;
  const asked = wants && seen !== null && !task.fork ? askedOf(whole, operation, 'delete_branch', moment) : null;
  if (asked && seen !== null) {
    send(whole, operation, new DeleteBranch({ ...asked, branch: task.branch, expectedHeadSha: seen }), moment);
  } else {
    finish(whole, operation, wants ? { branchDeleted: false } : {}, moment);
  }
}

/** The pull request is merged or closed all the same. */
function afterBranch(whole: WholeTask, operation: Operation, note: NoteOperation['payload'], moment: Moment): void {
  if (note.error) {
    operation.code = note.error.code;
    operation.reason = note.error.text;
  }
  finish(whole, operation, { branchDeleted: note.error === null }, moment);
}

function finish(whole: WholeTask, operation: Operation, result: { branchDeleted?: boolean }, moment: Moment): void {
  const { input } = operation;
  succeedOperation(whole, operation, { ...withResult(operation), ...result }, wordsOf(operation), moment);
  if ((input.kind !== 'merge' && input.kind !== 'close') || !input.archive) return;
  const operationId = moment.id(`archive after ${operation.needId}`);
  const reason = input.kind === 'merge' ? 'merged' : 'closed';
  const command = new ArchiveTask({ ...whole.named, operationId, reason, number: input.number });
  whole.intents.push({ kind: 'send', command });
}

/** What GitHub did is known here at once; its module tells the rest. */
function keepPullRequest({ task }: WholeTask, { kind, input }: Operation, { number, url, headSha }: Done): void {
  if (number === null) return;
  const known = task.pullRequest?.number === number ? task.pullRequest : null;
  const state = kind === 'merge' ? 'merged' : kind === 'close' ? 'closed' : 'open';
  const isPublish = input.kind === 'publish';
  task.pullRequest = {
    number,
    title: known?.title ?? (isPublish ? input.title : null),
    url: url ?? known?.url ?? null,
    state,
    draft: kind === 'ready' ? false : (known?.draft ?? (isPublish && input.draft)),
    headSha: headSha ?? known?.headSha ?? null,
    baseBranch: known?.baseBranch ?? null,
    version: known?.version ?? 0,
  };
}

function askedOf(whole: WholeTask, operation: Operation, step: 'pull_request' | 'delete_branch', moment: Moment) {
  const { requestedBy: userId, needId } = operation;
  if (userId === null) return null;
  const requestId = moment.id(`${step} of ${needId}`);
  operation.requestId = requestId;
  operation.run(step, later(moment, GITHUB_MS), moment.now);
  whole.touch(operation);
  return { ...whole.named, operationId: requestId, repositoryId: whole.task.repositoryId, userId };
}

function send(whole: WholeTask, { operationId }: Operation, command: CommandMessage, moment: Moment): void {
  const at = later(moment, GITHUB_MS);
  whole.intents.push({ kind: 'send', command }, { kind: 'wake', key: `task.operation:${operationId}`, at });
}

const withResult = ({ result }: Operation) => result ?? NO_RESULT;

function wordsOf(operation: Operation): string {
  const { result, input } = operation;
  const name = `pull request #${String(result?.number ?? '')}`;
  switch (input.kind) {
    case 'publish':
      return result?.existing === true ? `Pushed to the ${name}, which was open already.` : `Opened ${name}.`;
    case 'merge':
      return `Merged ${name}.`;
    case 'close':
      return `Closed ${name}.`;
    default:
      return `Marked ${name} as ready for review.`;
  }
}
