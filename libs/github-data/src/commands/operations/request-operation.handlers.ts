import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ClosePullRequest, DeleteBranch, MarkReady, MergePullRequest, OpenPullRequest } from '../../contracts/index.js';
import { requestOperation } from './request-operation.js';

@CommandHandler(OpenPullRequest)
export class OpenPullRequestHandler extends Handler<OpenPullRequest> {
  async handle({ payload }: OpenPullRequest, tx: Tx): Promise<null> {
    const { branch, base, title, body, draft } = payload;
    await requestOperation(tx, payload, { kind: 'open', branch, base, title, body, draft });
    return null;
  }
}

@CommandHandler(MergePullRequest)
export class MergePullRequestHandler extends Handler<MergePullRequest> {
  async handle({ payload }: MergePullRequest, tx: Tx): Promise<null> {
    const { number, method, expectedHeadSha } = payload;
    await requestOperation(tx, payload, { kind: 'merge', number, method, expectedHeadSha });
    return null;
  }
}

@CommandHandler(ClosePullRequest)
export class ClosePullRequestHandler extends Handler<ClosePullRequest> {
  async handle({ payload }: ClosePullRequest, tx: Tx): Promise<null> {
    await requestOperation(tx, payload, { kind: 'close', number: payload.number });
    return null;
  }
}

@CommandHandler(MarkReady)
export class MarkReadyHandler extends Handler<MarkReady> {
  async handle({ payload }: MarkReady, tx: Tx): Promise<null> {
    await requestOperation(tx, payload, { kind: 'mark_ready', number: payload.number });
    return null;
  }
}

@CommandHandler(DeleteBranch)
export class DeleteBranchHandler extends Handler<DeleteBranch> {
  async handle({ payload }: DeleteBranch, tx: Tx): Promise<null> {
    const { branch, expectedHeadSha } = payload;
    await requestOperation(tx, payload, { kind: 'delete_branch', branch, expectedHeadSha });
    return null;
  }
}
