import { DeleteBranch } from '@foundry/github-data/contracts';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { later, type Moment } from './moment.js';
import type { Operation } from './operation.entity.js';
import type { WholeTask } from './whole-task.js';

/** GitHub's module ends what it was asked for after five minutes, and says so. */
const GITHUB_MS = 5 * 60_000 + 10_000;

/** What every question to GitHub names: another id for each step and attempt. Null: nobody's authority could be used. */
export function askedOf(
  whole: WholeTask,
  operation: Operation,
  step: 'pull_request' | 'delete_branch',
  moment: Moment,
) {
  const { requestedBy: userId, needId } = operation;
  if (userId === null) return null;
  const requestId = moment.id(`${step} of ${needId}`);
  operation.requestId = requestId;
  operation.run(step, later(moment, GITHUB_MS), moment.now);
  whole.touch(operation);
  return { ...whole.named, operationId: requestId, repositoryId: whole.task.repositoryId, userId };
}

/** Asks GitHub, and looks again when its time is over. */
export function sendToGithub(
  whole: WholeTask,
  { operationId }: Operation,
  command: CommandMessage,
  moment: Moment,
): void {
  const at = later(moment, GITHUB_MS);
  whole.intents.push({ kind: 'send', command }, { kind: 'wake', key: `task.operation:${operationId}`, at });
}

/** Asks for the end of the task's branch at the commit that was seen there. False: there is nobody to ask as. */
export function askBranchEnd(whole: WholeTask, operation: Operation, seenSha: string, moment: Moment): boolean {
  const asked = askedOf(whole, operation, 'delete_branch', moment);
  if (!asked) return false;
  const { branch } = whole.task;
  sendToGithub(whole, operation, new DeleteBranch({ ...asked, branch, expectedHeadSha: seenSha }), moment);
  return true;
}
