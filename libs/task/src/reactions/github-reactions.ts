import { BranchPushed, OperationFinished, PullRequestsChanged } from '@foundry/github-data/contracts';
import { type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { NoteOperation, NotePullRequest, NotePush } from '../contracts/index.js';
import { tasksOnBranches, tasksWorkedOnBy } from './branch-rows.js';

/** The tasks whose branch a pull request brings know how it is. */
@Injectable()
@ReactTo(PullRequestsChanged)
export class OnPullRequestsChanged implements ReactsTo<PullRequestsChanged> {
  async react({ payload }: PullRequestsChanged, read: ReadTx): Promise<CommandMessage[]> {
    const { pullRequests } = payload;
    const branches = pullRequests.map(({ headBranch }) => headBranch);
    const tasks = await tasksOnBranches(read, payload, branches);
    return pullRequests.flatMap(({ headBranch, headRepositoryId, ...pull }) => {
      const { number, title, url, state, draft, headSha, baseBranch, version } = pull;
      const pullRequest = { number, title, url, state, draft, headSha, baseBranch, version };
      return tasks
        .filter((task) => task.branch === headBranch && task.headRepositoryId === headRepositoryId)
        .map(({ organizationId, taskId }) => new NotePullRequest({ organizationId, taskId, pullRequest }));
    });
  }
}

/** What GitHub did for a task, or why not. */
@Injectable()
@ReactTo(OperationFinished)
export class OnOperationFinished implements ReactsTo<OperationFinished> {
  react({ payload }: OperationFinished): CommandMessage[] {
    const { organizationId, taskId, operationId: requestId, result, error } = payload;
    const refused = error && { code: error.code, text: error.text, retryable: error.retryable };
    return [new NoteOperation({ organizationId, taskId, requestId, result, error: refused })];
  }
}

/**
 * The tasks of the branch know what GitHub has. A push that is of no task's branch concerns those where the person's turn
 * runs: it may come from there.
 */
@Injectable()
@ReactTo(BranchPushed)
export class OnBranchPushed implements ReactsTo<BranchPushed> {
  async react({ payload }: BranchPushed, read: ReadTx): Promise<CommandMessage[]> {
    const { repositoryId, branch, headSha, created, by, at } = payload;
    const own = (await tasksOnBranches(read, payload, [branch])).filter(
      ({ headRepositoryId }) => headRepositoryId === repositoryId,
    );
    const tasks = own.length > 0 || by === null ? own : await tasksWorkedOnBy(read, payload, by.userId);
    const facts = { branch, headSha, created, by, at };
    return tasks.map(({ organizationId, taskId }) => new NotePush({ organizationId, taskId, ...facts }));
  }
}

export const GITHUB_REACTIONS = [OnPullRequestsChanged, OnOperationFinished, OnBranchPushed];
