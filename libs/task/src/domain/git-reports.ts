import type {
  NoteCheckpoint,
  NoteCredential,
  RecordOperationFailed,
  RecordPushed,
  RecordReverted,
  RecordSynced,
} from '../contracts/index.js';
import { failOperation, saveAfter, succeedOperation } from './end-operation.js';
import { auditOperation } from './git-entries.js';
import { askGithub } from './github-step.js';
import { readyMachine } from './machine.js';
import { REAUTHORIZE } from './missing.js';
import type { Moment } from './moment.js';
import { NO_RESULT, type Operation } from './operation.entity.js';
import { changeOwner } from './owner.js';
import { StepEnded } from './rejections.js';
import type { WholeTask } from './whole-task.js';
import { askWork } from './work-step.js';

const WORK_STEPS = ['push', 'sync', 'revert'];

/** The operation whose present attempt is reported. Rejects with `step.ended`. */
function working(whole: WholeTask, report: { operationId: string; attempt: number }): Operation {
  const operation = whole.openOperations().find(({ operationId }) => operationId === report.operationId);
  const isPresent = operation?.attempt === report.attempt && WORK_STEPS.includes(operation.step ?? '');
  if (!operation || !isPresent) throw new StepEnded();
  return operation;
}

/** The branch at GitHub has the commits. A pull request is opened now, if that was asked for. */
export function recordPushed(whole: WholeTask, report: RecordPushed['payload'], moment: Moment): void {
  const operation = working(whole, report);
  const { outcome, headSha, committed, created, defaultBranch } = report;
  whole.task.lastPushedSha = headSha;
  if (created) whole.task.branchMade = true;
  operation.effectId = null;
  operation.result = { ...NO_RESULT, outcome, headSha, committed };
  whole.touch(whole.task, operation);
  if (outcome === 'pushed') auditOperation(whole, operation, 'task.pushed', { headSha, committed });
  if (committed !== null) saveAfter(whole, operation, moment);
  if (operation.kind === 'publish') {
    askGithub(whole, operation, moment, defaultBranch);
    return;
  }
  const { branch } = whole.task;
  const text =
    outcome === 'pushed' ? `Pushed ${headSha.slice(0, 12)} to ${branch}.` : `${branch} at GitHub was up to date.`;
  succeedOperation(whole, operation, operation.result, text, moment);
}

const SYNCED: Record<RecordSynced['payload']['outcome'], string> = {
  nothing: 'There was nothing new at GitHub.',
  fast_forward: 'The branch moved forward to what GitHub has.',
  merged: 'What is new at GitHub was merged into the branch.',
  rebased: 'The branch was rebased onto what is new at GitHub.',
};

export function recordSynced(whole: WholeTask, report: RecordSynced['payload'], moment: Moment): void {
  const operation = working(whole, report);
  const { outcome, fromSha, headSha } = report;
  auditOperation(whole, operation, 'task.synced', { outcome, fromSha, headSha });
  if (fromSha !== headSha) saveAfter(whole, operation, moment);
  succeedOperation(whole, operation, { outcome, headSha }, SYNCED[outcome], moment);
}

export function recordReverted(whole: WholeTask, report: RecordReverted['payload'], moment: Moment): void {
  const operation = working(whole, report);
  const { path, to } = operation.inputOf('revert');
  auditOperation(whole, operation, 'file.reverted', { path, to });
  saveAfter(whole, operation, moment);
  const text = `Took the changes of ${path} back to ${to === 'base' ? 'the base branch' : 'the last commit'}.`;
  succeedOperation(whole, operation, { outcome: 'reverted' }, text, moment);
}

export function recordOperationFailed(
  whole: WholeTask,
  report: RecordOperationFailed['payload'],
  moment: Moment,
): void {
  const operation = working(whole, report);
  const { code, reason, retryable, paths } = report;
  operation.effectId = null;
  failOperation(whole, operation, { code, reason, retryable, paths }, moment);
}

/** The state before was saved, so the work may begin; or it could not be, so nothing is touched. */
export function noteCheckpoint(whole: WholeTask, note: NoteCheckpoint['payload'], moment: Moment): void {
  const operation = whole
    .openOperations()
    .find(({ step, requestId }) => step === 'checkpoint' && requestId === note.requestId);
  if (!operation) {
    tellTurns(whole, note.requestId);
    return;
  }
  const machine = readyMachine(whole.task);
  if (note.code !== null) {
    const reason = `The present state could not be saved, so nothing was changed. ${note.reason ?? ''}`.trim();
    failOperation(whole, operation, { code: 'checkpoint.failed', reason, retryable: true }, moment);
  } else if (machine) {
    askWork(whole, operation, machine, moment);
  } else {
    const reason = 'The machine stopped before the work began; nothing was changed.';
    failOperation(whole, operation, { code: 'sandbox.not_running', reason, retryable: true }, moment);
  }
}

/** A turn has its work saved while it runs, and again only when that is over. */
function tellTurns(whole: WholeTask, requestId: string): void {
  for (const { effectId } of whole.openTurns()) {
    if (effectId !== null) whole.intents.push({ kind: 'signal', effectId, type: 'saved', ref: requestId });
  }
}

/**
 * The credential of who asked for the operation is on the machine, verified: now that person owns the task. Or it was
 * refused: the owner stays who it was, and nothing is done.
 */
export function noteOperationCredential(whole: WholeTask, note: NoteCredential['payload'], moment: Moment): void {
  if (note.sandboxId !== whole.task.sandboxId) return;
  const operation = whole
    .openOperations()
    .find(
      ({ need, needGeneration, needId }) =>
        need === 'asked' && needGeneration === note.generation && note.needIds.includes(needId),
    );
  if (!operation?.person) return;
  if (note.code === null) {
    operation.need = 'ready';
    changeOwner(whole, operation.person, 'operation', operation.person, moment);
    whole.owner.credentialIs('ready', note.mode, null);
    whole.touch(whole.owner, operation);
    return;
  }
  if (whole.owner.userId === note.userId) whole.owner.credentialIs('refused', null, note.code);
  else whole.owner.credentialCode = note.code;
  whole.touch(whole.owner);
  failOperation(whole, operation, refusalOf(note, operation.person.login), moment);
}

function refusalOf({ code, message }: NoteCredential['payload'], login: string) {
  if (code === REAUTHORIZE) {
    const reason = `Foundry has no GitHub credential of ${login}. Sign in with GitHub again, then do it once more.`;
    return { code: 'owner.no_credential', reason, retryable: true };
  }
  const reason = message ?? 'The credential could not be brought onto the machine.';
  return { code: code ?? 'owner.no_credential', reason, retryable: code !== 'repository.access_denied' };
}

/** This person may not act any more, so nothing is done in their name. */
export function endOperationsOf(whole: WholeTask, userId: string, moment: Moment): void {
  for (const operation of whole.openOperations()) {
    if (operation.closing() || operation.requestedBy !== userId) continue;
    const reason = 'Who asked for it may not work here any more. Somebody else has to do it.';
    failOperation(whole, operation, { code: 'owner.required', reason, retryable: false }, moment);
  }
}
