import {
  BranchPushed,
  ClosePullRequest,
  DeleteBranch,
  MarkReady,
  MergePullRequest,
  OpenPullRequest,
  OperationFinished,
  PullRequestsChanged,
} from '@foundry/github-data/contracts';
import { Handler, type ModuleManifest, type Tx } from '@foundry/messaging';
import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';

type Asked = OpenPullRequest | MergePullRequest | ClosePullRequest | MarkReady | DeleteBranch;
const KINDS = new Map<unknown, OperationFinished['payload']['kind']>([
  [OpenPullRequest, 'open'],
  [MergePullRequest, 'merge'],
  [ClosePullRequest, 'close'],
  [MarkReady, 'mark_ready'],
  [DeleteBranch, 'delete_branch'],
]);

/** What was asked of GitHub: for tests that look what came. */
export const askedOfGithub: Asked[] = [];
/** A GitHub that says no to everything of this kind. */
export const refusedByGithub = new Set<OperationFinished['payload']['kind']>();

/** GitHub does at once what it is asked for. A branch has one pull request. */
class AnsweringHandler extends Handler<Asked> {
  handle(command: Asked, tx: Tx): Promise<null> {
    const { organizationId, operationId, taskId, repositoryId, userId } = command.payload;
    const kind = KINDS.get(command.constructor) ?? 'open';
    const isOpen = askedOfGithub.some((other) => other instanceof OpenPullRequest && other.payload.taskId === taskId);
    askedOfGithub.push(command);
    const result = { existing: kind === 'open' && isOpen, number: 7, url: 'https://github.example/7', headSha: null };
    const error = { code: 'pull_request.blocked', text: 'Not yet.', retryable: false, until: null };
    const isRefused = refusedByGithub.has(kind);
    const end = { result: isRefused ? null : result, error: isRefused ? error : null };
    tx.emit(
      new OperationFinished({ organizationId, operationId, taskId, repositoryId, userId, version: 1, kind, ...end }),
    );
    return Promise.resolve(null);
  }
}

@CommandHandler(OpenPullRequest)
class OpenHandler extends AnsweringHandler {}
@CommandHandler(MergePullRequest)
class MergeHandler extends AnsweringHandler {}
@CommandHandler(ClosePullRequest)
class CloseHandler extends AnsweringHandler {}
@CommandHandler(MarkReady)
class ReadyHandler extends AnsweringHandler {}
@CommandHandler(DeleteBranch)
class DeleteHandler extends AnsweringHandler {}

@Module({ providers: [OpenHandler, MergeHandler, CloseHandler, ReadyHandler, DeleteHandler] })
export class GithubModule {
  static readonly manifest: ModuleManifest = {
    name: 'github-data',
    entities: [],
    migrations: [],
    commands: [OpenPullRequest, MergePullRequest, ClosePullRequest, MarkReady, DeleteBranch],
    events: [OperationFinished, PullRequestsChanged, BranchPushed],
    effects: [],
  };
}
