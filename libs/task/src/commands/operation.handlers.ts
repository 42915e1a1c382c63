import type { Tx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { CommandHandler } from '@nestjs/cqrs';
import {
  CancelOperation,
  CloseTaskPullRequest,
  MarkTaskReady,
  MergeTask,
  operationInputs,
  type OperationView,
  PublishTask,
  PushTask,
  RetryOperation,
  RevertFile,
  SyncTask,
  type TaskPerson,
  type TaskSeed,
} from '../contracts/index.js';
import { beginAgain, beginOperation } from '../domain/begin-operation.js';
import { cancelOperation } from '../domain/end-operation.js';
import {
  OperationEnded,
  OperationNotCancellable,
  OperationNotRetryable,
  OperationUnknown,
} from '../domain/git-rejections.js';
import { type GitInput, isGitInput } from '../domain/operation-input.js';
import { Operation } from '../domain/operation.entity.js';
import { IdTaken } from '../domain/rejections.js';
import type { WholeTask } from '../domain/whole-task.js';
import { TaskHandler } from './act.js';
import { findChangedFile } from './find-changed-file.js';

interface Asked {
  organizationId: string;
  taskId: string;
  seed: TaskSeed;
  by: TaskPerson;
  operationId: string;
}

/** Takes on an operation. The same id again is answered with what became of it. */
abstract class BeginsOperation<C extends CommandMessage> extends TaskHandler<C> {
  protected async begin(
    tx: Tx,
    asked: Asked,
    inputOf: (whole: WholeTask) => GitInput | Promise<GitInput>,
  ): Promise<OperationView> {
    const { operationId, taskId, by } = asked;
    const known = await tx.find(Operation, { operationId });
    if (known?.taskId === taskId && known.requestedBy === by.userId) return known.view();
    if (known) throw new IdTaken('operation');
    const operation = await this.acted(tx, asked, async (whole, moment) =>
      beginOperation(whole, { operationId, input: await inputOf(whole), by }, moment),
    );
    return operation.view();
  }
}

@CommandHandler(PushTask)
export class PushTaskHandler extends BeginsOperation<PushTask> {
  handle({ payload }: PushTask, tx: Tx): Promise<OperationView> {
    return this.begin(tx, payload, () => ({ kind: 'push', ...operationInputs.push.parse(payload) }));
  }
}

@CommandHandler(SyncTask)
export class SyncTaskHandler extends BeginsOperation<SyncTask> {
  handle({ payload }: SyncTask, tx: Tx): Promise<OperationView> {
    return this.begin(tx, payload, () => ({ kind: 'sync', ...operationInputs.sync.parse(payload) }));
  }
}

@CommandHandler(PublishTask)
export class PublishTaskHandler extends BeginsOperation<PublishTask> {
  handle({ payload }: PublishTask, tx: Tx): Promise<OperationView> {
    return this.begin(tx, payload, () => ({ kind: 'publish', ...operationInputs.publish.parse(payload) }));
  }
}

@CommandHandler(MergeTask)
export class MergeTaskHandler extends BeginsOperation<MergeTask> {
  handle({ payload }: MergeTask, tx: Tx): Promise<OperationView> {
    return this.begin(tx, payload, () => ({ kind: 'merge', ...operationInputs.merge.parse(payload) }));
  }
}

@CommandHandler(CloseTaskPullRequest)
export class CloseTaskPullRequestHandler extends BeginsOperation<CloseTaskPullRequest> {
  handle({ payload }: CloseTaskPullRequest, tx: Tx): Promise<OperationView> {
    return this.begin(tx, payload, () => ({ kind: 'close', ...operationInputs.close.parse(payload) }));
  }
}

@CommandHandler(MarkTaskReady)
export class MarkTaskReadyHandler extends BeginsOperation<MarkTaskReady> {
  handle({ payload }: MarkTaskReady, tx: Tx): Promise<OperationView> {
    return this.begin(tx, payload, () => ({ kind: 'ready', ...operationInputs.ready.parse(payload) }));
  }
}

@CommandHandler(RevertFile)
export class RevertFileHandler extends BeginsOperation<RevertFile> {
  handle({ payload }: RevertFile, tx: Tx): Promise<OperationView> {
    return this.begin(tx, payload, async (whole) => {
      const { path, to } = payload;
      return { kind: 'revert', path, to, ...(await findChangedFile(tx, whole, payload)) };
    });
  }
}

@CommandHandler(CancelOperation)
export class CancelOperationHandler extends TaskHandler<CancelOperation> {
  async handle({ payload }: CancelOperation, tx: Tx): Promise<OperationView> {
    const operation = await this.acted(
      tx,
      payload,
      async (whole, moment) => {
        const found = await operationOf(tx, whole, payload.operationId);
        if (!found.isOpen()) throw new OperationEnded();
        const isAtGithub = found.step === 'pull_request' || found.step === 'delete_branch';
        if (isAtGithub || (found.closing() && found.state === 'running')) throw new OperationNotCancellable();
        cancelOperation(whole, found, moment);
        return found;
      },
      'any',
    );
    return operation.view();
  }
}

@CommandHandler(RetryOperation)
export class RetryOperationHandler extends TaskHandler<RetryOperation> {
  async handle({ payload }: RetryOperation, tx: Tx): Promise<OperationView> {
    const operation = await this.acted(tx, payload, async (whole, moment) => {
      const found = await operationOf(tx, whole, payload.operationId);
      const { input, state } = found;
      const isOver = state === 'failed' || state === 'cancelled';
      if (!isOver || !isGitInput(input)) throw new OperationNotRetryable();
      const again = input.kind === 'revert' ? { ...input, ...(await findChangedFile(tx, whole, input)) } : input;
      beginAgain(whole, found, again, payload.by, moment);
      return found;
    });
    return operation.view();
  }
}

/** An ended operation is not among those that a task is decided by; for these commands it is. */
async function operationOf(tx: Tx, whole: WholeTask, operationId: string): Promise<Operation> {
  const open = whole.operations.find((one) => one.operationId === operationId);
  if (open) return open;
  const ended = await tx.find(Operation, { operationId });
  if (ended?.taskId !== whole.task.taskId) throw new OperationUnknown();
  whole.operations.push(ended);
  return ended;
}

export const OPERATION_HANDLERS = [
  PushTaskHandler,
  SyncTaskHandler,
  PublishTaskHandler,
  MergeTaskHandler,
  CloseTaskPullRequestHandler,
  MarkTaskReadyHandler,
  RevertFileHandler,
  CancelOperationHandler,
  RetryOperationHandler,
];
