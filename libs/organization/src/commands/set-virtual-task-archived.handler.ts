import { Handler, NotFound, type Tx } from '@foundry/messaging';
import { ArchiveTask, UnarchiveTask } from '@foundry/task/contracts';
import { CommandHandler } from '@nestjs/cqrs';
import { SetVirtualTaskArchived, type TaskSummary } from '../contracts/index.js';
import { Organization } from '../domain/organization.entity.js';
import type { ListedTask } from '../domain/tasks/listed-task.js';
import { actingMember } from './acting-member.js';
import { saveAndTell } from './announce-tasks.js';
import { findListedTask } from './task-rows/load-tasks.js';

@CommandHandler(SetVirtualTaskArchived)
export class SetVirtualTaskArchivedHandler extends Handler<SetVirtualTaskArchived> {
  async handle({ payload }: SetVirtualTaskArchived, tx: Tx): Promise<TaskSummary> {
    const { organizationId, taskId, archived } = payload;
    await actingMember(tx, await tx.load(Organization, { organizationId }), 'member');
    const task = await findListedTask(tx, organizationId, taskId);
    if (!task) throw new NotFound('This task');
    if (!task.isVirtual) askTask(tx, organizationId, task, archived);
    else if (task.setArchived(archived, tx.now)) {
      await saveAndTell(tx, organizationId, [task]);
      const { repositoryId, branch } = task;
      const entry = { subject: { type: 'task', id: taskId }, taskId, repositoryId, branch };
      tx.audit(
        archived
          ? { ...entry, kind: 'task.archived', details: { reason: 'user' } }
          : { ...entry, kind: 'task.restored' },
      );
    }
    return task.view();
  }
}

/** A real task saves its work first, so it decides itself. */
function askTask(tx: Tx, organizationId: string, { id: taskId }: ListedTask, archived: boolean): void {
  const asked = { organizationId, taskId, operationId: tx.derivedId('operation') };
  tx.send(archived ? new ArchiveTask({ ...asked, reason: 'user', number: null }) : new UnarchiveTask(asked));
}
