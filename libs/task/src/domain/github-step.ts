import { ClosePullRequest, MarkReady, MergePullRequest, OpenPullRequest } from '@foundry/github-data/contracts';
import { ArchiveTask, type NoteOperation } from '../contracts/index.js';
import { afterKilledBranch } from './close-task.js';
import { askBranchEnd, askedOf, sendToGithub } from './delete-branch.js';
import { failOperation, giveBack, succeedOperation } from './end-operation.js';
import type { Moment } from './moment.js';
import { NO_RESULT, type Operation } from './operation.entity.js';
import type { WholeTask } from './whole-task.js';

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
      sendToGithub(
        whole,
        operation,
        new OpenPullRequest({ ...asked, branch: task.branch, base, title, body, draft }),
        moment,
      );
      return;
    }
    case 'merge': {
      const { number, method, expectedHeadSha } = input;
      sendToGithub(whole, operation, new MergePullRequest({ ...asked, number, method, expectedHeadSha }), moment);
      return;
    }
    case 'close':
      sendToGithub(whole, operation, new ClosePullRequest({ ...asked, number: input.number }), moment);
      return;
    case 'ready':
      sendToGithub(whole, operation, new MarkReady({ ...asked, number: input.number }), moment);
      return;
    default:
      throw new Error(`Operation ${operation.operationId} asks nothing of GitHub.`);
  }
}

/** GitHub answered: the next step, or the end. An answer to another question is ignored. */
export function noteGithubAnswer(whole: WholeTask, note: NoteOperation['payload'], moment: Moment): void {
  const operation = whole.openOperations().find(({ requestId }) => requestId === note.requestId);
  if (!operation) return;
  if (operation.closing()) {
    afterKilledBranch(whole, operation, note.error, moment);
  } else if (operation.step === 'delete_branch') {
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
  const isAsked = wants && seen !== null && !task.fork && askBranchEnd(whole, operation, seen, moment);
  if (!isAsked) finish(whole, operation, wants ? { branchDeleted: false } : {}, moment);
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
