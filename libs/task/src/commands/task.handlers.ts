import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  AdvanceTask,
  AdvanceTasks,
  ArchiveTask,
  ChangeOwner,
  ClearOwner,
  DismissError,
  KillTask,
  type OperationView,
  PrepareTask,
  RenameTask,
  SetPermissionPolicy,
  type TaskView,
  TrustTask,
  UnarchiveTask,
} from '../contracts/index.js';
import { archive, kill, unarchive } from '../domain/close-task.js';
import { endOperationsOf } from '../domain/git-reports.js';
import { tryAgain } from '../domain/messages.js';
import { Operation } from '../domain/operation.entity.js';
import { changeOwner, chooseOwner } from '../domain/owner.js';
import { setPolicy } from '../domain/permissions.js';
import { IdTaken, NotAFork, NotTrusted, TaskKilled, TaskNotOpen } from '../domain/rejections.js';
import { stopTurn } from '../domain/turns.js';
import { TaskHandler } from './act.js';
import { keepTask, momentOf } from './keep-task.js';
import { loadTask } from './load-task.js';

@CommandHandler(RenameTask)
export class RenameTaskHandler extends TaskHandler<RenameTask> {
  async handle({ payload }: RenameTask, tx: Tx): Promise<TaskView> {
    const whole = await this.acted(tx, payload, (task) => {
      if (task.task.title === payload.title) return task;
      task.task.title = payload.title;
      task.task.titleSource = 'user';
      task.touch(task.task);
      return task;
    });
    return whole.view();
  }
}

@CommandHandler(SetPermissionPolicy)
export class SetPermissionPolicyHandler extends TaskHandler<SetPermissionPolicy> {
  async handle({ payload }: SetPermissionPolicy, tx: Tx): Promise<TaskView> {
    const whole = await this.acted(tx, payload, (task, moment) => {
      setPolicy(task, payload.policy, moment);
      return task;
    });
    return whole.view();
  }
}

@CommandHandler(TrustTask)
export class TrustTaskHandler extends TaskHandler<TrustTask> {
  async handle({ payload }: TrustTask, tx: Tx): Promise<TaskView> {
    const whole = await this.acted(tx, payload, (task) => {
      if (!task.task.fork) throw new NotAFork();
      if (task.task.trustedBy !== null) return task;
      task.task.trustedBy = payload.by.userId;
      task.touch(task.task);
      return task;
    });
    return whole.view();
  }
}

@CommandHandler(PrepareTask)
export class PrepareTaskHandler extends TaskHandler<PrepareTask> {
  async handle({ payload }: PrepareTask, tx: Tx): Promise<TaskView> {
    const whole = await this.acted(tx, payload, (task, moment) => {
      if (task.task.needsTrust) throw new NotTrusted();
      tryAgain(task, null, moment);
      task.task.sandboxWanted = true;
      task.touch(task.task);
      return task;
    });
    return whole.view();
  }
}

@CommandHandler(ChangeOwner)
export class ChangeOwnerHandler extends TaskHandler<ChangeOwner> {
  async handle({ payload }: ChangeOwner, tx: Tx): Promise<TaskView> {
    const whole = await this.acted(tx, payload, (task, moment) => {
      chooseOwner(task, payload.owner, payload.by, moment);
      return task;
    });
    return whole.view();
  }
}

@CommandHandler(ClearOwner)
export class ClearOwnerHandler extends TaskHandler<ClearOwner> {
  handle({ payload }: ClearOwner, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      const { userId } = payload;
      endOperationsOf(whole, userId, moment);
      for (const turn of whole.openTurns()) if (turn.authorId === userId) stopTurn(whole, turn, null);
      if (whole.owner.pending?.userId === userId) {
        whole.owner.pending = null;
        whole.touch(whole.owner);
      }
      if (whole.owner.userId === userId) changeOwner(whole, null, 'cleared', null, moment);
    });
  }
}

@CommandHandler(DismissError)
export class DismissErrorHandler extends TaskHandler<DismissError> {
  async handle({ payload }: DismissError, tx: Tx): Promise<TaskView> {
    const whole = await this.acted(
      tx,
      payload,
      (task) => {
        if (task.task.failure === null) return task;
        task.task.failure = null;
        task.touch(task.task);
        return task;
      },
      'any',
    );
    return whole.view();
  }
}

@CommandHandler(AdvanceTask)
export class AdvanceTaskHandler extends TaskHandler<AdvanceTask> {
  handle({ payload }: AdvanceTask, tx: Tx): Promise<null> {
    return this.noted(tx, payload, () => undefined);
  }
}

const Waiting = z.array(z.object({ organizationId: z.coerce.string(), taskId: z.string() }));
const AT_ONCE = 1_000;

/** Those that wait longest come first; the next minute reaches the others. */
@CommandHandler(AdvanceTasks)
export class AdvanceTasksHandler extends Handler<AdvanceTasks> {
  async handle(_command: AdvanceTasks, tx: Tx): Promise<null> {
    const rows = await tx.sql`select organization_id as "organizationId", task_id as "taskId" from (
        select organization_id, task_id, created_at from task.messages where state = 'queued'
        union all
        select organization_id, task_id, created_at from task.operations where state in ('waiting', 'running')
      ) waiting group by organization_id, task_id order by min(created_at) limit ${AT_ONCE}`;
    for (const task of Waiting.parse(rows)) tx.send(new AdvanceTask(task));
    return null;
  }
}

/** A task that does not exist is not made by it. */
@CommandHandler(ArchiveTask)
export class ArchiveTaskHandler extends TaskHandler<ArchiveTask> {
  async handle({ payload }: ArchiveTask, tx: Tx): Promise<OperationView | null> {
    const { operationId, reason, force } = payload;
    const whole = await loadTask(tx, payload, this.surroundings);
    if (!whole) return null;
    const { lifecycle, taskId } = whole.task;
    if (lifecycle === 'killed') throw new TaskKilled();
    const known = await tx.find(Operation, { operationId });
    if (known?.taskId === taskId) return known.view();
    if (known) throw new IdTaken('operation');
    // Foundry repeats itself, and is done when it is done; a person is told.
    if (tx.actor.kind === 'user' && lifecycle !== 'open') throw new TaskNotOpen(lifecycle);
    const requestedBy = tx.actor.kind === 'user' ? tx.actor.userId : (tx.actor.onBehalfOf ?? null);
    const operation = archive(whole, { operationId, input: { force, reason }, requestedBy }, momentOf(tx));
    await keepTask(tx, whole);
    return operation?.view() ?? null;
  }
}

@CommandHandler(UnarchiveTask)
export class UnarchiveTaskHandler extends TaskHandler<UnarchiveTask> {
  async handle({ payload }: UnarchiveTask, tx: Tx): Promise<TaskView | null> {
    const whole = await loadTask(tx, payload, this.surroundings);
    if (!whole) return null;
    unarchive(whole, momentOf(tx));
    await keepTask(tx, whole);
    return whole.view();
  }
}

@CommandHandler(KillTask)
export class KillTaskHandler extends TaskHandler<KillTask> {
  async handle({ payload }: KillTask, tx: Tx): Promise<OperationView> {
    const { operationId, discardWork, deleteBranch, by, taskId } = payload;
    const known = await tx.find(Operation, { operationId });
    if (known?.taskId === taskId) return known.view();
    if (known) throw new IdTaken('operation');
    const operation = await this.acted(
      tx,
      payload,
      (whole, moment) => kill(whole, { operationId, requestedBy: by.userId }, { discardWork, deleteBranch }, moment),
      'any',
    );
    return operation.view();
  }
}

export const TASK_HANDLERS = [
  RenameTaskHandler,
  SetPermissionPolicyHandler,
  TrustTaskHandler,
  PrepareTaskHandler,
  ChangeOwnerHandler,
  ClearOwnerHandler,
  DismissErrorHandler,
  AdvanceTaskHandler,
  AdvanceTasksHandler,
  ArchiveTaskHandler,
  UnarchiveTaskHandler,
  KillTaskHandler,
];
