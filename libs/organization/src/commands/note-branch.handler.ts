import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { NoteBranch } from '../contracts/index.js';
import { branchKeyOf } from '../domain/tasks/head-key.js';
import { mustBeFoundry } from './acting-member.js';
import { saveAndTell } from './announce-tasks.js';
import { loadTasks } from './task-rows/load-tasks.js';

@CommandHandler(NoteBranch)
export class NoteBranchHandler extends Handler<NoteBranch> {
  async handle({ payload }: NoteBranch, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { organizationId, repositoryId, branch, gone } = payload;
    const [task] = await loadTasks(tx, { organizationId, repositoryId, headKeys: [branchKeyOf(repositoryId, branch)] });
    if (!task) return null;
    task.noteBranch(gone);
    await saveAndTell(tx, organizationId, [task]);
    return null;
  }
}
