import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { NoteActivity, TaskActivity } from '../contracts/index.js';
import { mustBeFoundry } from './acting-member.js';
import { activityOf, saveAndTell } from './announce-tasks.js';
import { loadTasks } from './task-rows/load-tasks.js';

@CommandHandler(NoteActivity)
export class NoteActivityHandler extends Handler<NoteActivity> {
  async handle({ payload }: NoteActivity, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { organizationId, repositoryId, number, kind, actorLogin, at } = payload;
    const [task] = await loadTasks(tx, { organizationId, repositoryId, numbers: [number] });
    if (!task) return null;
    task.noteActivity(new Date(at));
    await saveAndTell(tx, organizationId, [task]);
    tx.emit(new TaskActivity({ ...activityOf(task), number, kind, actorLogin, at }));
    return null;
  }
}
