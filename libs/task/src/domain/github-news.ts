import type { AuditSubject } from '@foundry/messaging/contracts';
import type { NotePush, TaskPullRequest } from '../contracts/index.js';
import type { WholeTask } from './whole-task.js';

/** A pull request of the branch as GitHub has it now. An open one stands before an ended one, a newer before an older. */
export function notePullRequest(whole: WholeTask, pullRequest: TaskPullRequest): void {
  const { task } = whole;
  const known = task.pullRequest;
  const isKnown = known?.number === pullRequest.number;
  if (isKnown && known.version >= pullRequest.version) return;
  const isBetter =
    known === null ||
    isKnown ||
    (pullRequest.state === 'open' && known.state !== 'open') ||
    (pullRequest.number > known.number && (pullRequest.state === 'open') === (known.state === 'open'));
  if (!isBetter) return;
  task.pullRequest = pullRequest;
  if (pullRequest.state === 'open') task.baseBranch = pullRequest.baseBranch ?? task.baseBranch;
  whole.touch(task);
}

/**
 * Somebody pushed. The owner's push of the branch is kept as what GitHub knows. Their push of another branch while their
 * turn runs cannot be prevented, so it is told: GitHub has no token for one branch.
 */
export function notePush(whole: WholeTask, { branch, headSha, created, by }: NotePush['payload']): void {
  const { task } = whole;
  if (by === null || whole.owner.userId !== by.userId) return;
  if (branch === task.branch) {
    const branchMade = task.branchMade || created;
    if (task.lastPushedSha === headSha && task.branchMade === branchMade) return;
    Object.assign(task, { lastPushedSha: headSha, branchMade });
    whole.touch(task);
    return;
  }
  const turn = whole.openTurns().find(({ authorId }) => authorId === by.userId);
  if (!turn) return;
  const data = { code: 'push.outside_branch', branch, headSha, by };
  const item = { kind: 'notice' as const, text: `${by.login} pushed to ${branch}, another branch, meanwhile.`, data };
  whole.intents.push({ kind: 'item', sessionId: turn.sessionId, item });
  const { taskId, repositoryId } = task;
  const details = { branch, headSha, by: by.userId };
  const entry: AuditSubject = { subject: { type: 'task', id: taskId }, taskId, repositoryId, branch, details };
  whole.intents.push({ kind: 'audit', entry: { ...entry, kind: 'push.outside_branch' } });
}
