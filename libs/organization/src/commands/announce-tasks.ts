import type { Tx } from '@foundry/messaging';
import { type RemovedTask, TasksChanged, TasksRemoved } from '../contracts/index.js';
import type { ListedTask } from '../domain/tasks/listed-task.js';
import { inParts } from '../domain/tasks/in-parts.js';
import { saveTasks } from './task-rows/save-tasks.js';

const newest = (rows: readonly { version: number }[]): number => Math.max(...rows.map(({ version }) => version));

/** The part of a `TaskActivity` that is about the task. */
export function activityOf(task: ListedTask) {
  const { id: taskId, organizationId, repositoryId, version, title, owner } = task.view();
  return { organizationId, version, taskId, title, ownerUserId: owner?.userId ?? null, repositoryId };
}

/** Writes the tasks and tells those whose row changed, at most 100 rows and 200 KiB at once. */
export async function saveAndTell(tx: Tx, organizationId: string, tasks: readonly ListedTask[]): Promise<ListedTask[]> {
  const changed = await saveTasks(tx, tasks);
  tellTasks(tx, organizationId, changed);
  return changed;
}

export function tellTasks(tx: Tx, organizationId: string, tasks: readonly ListedTask[]): void {
  const views = tasks.map((task) => task.view());
  for (const part of inParts(views)) tx.emit(new TasksChanged({ organizationId, version: newest(part), tasks: part }));
}

export function tellRemoved(tx: Tx, organizationId: string, tasks: readonly RemovedTask[]): void {
  for (const part of inParts(tasks)) tx.emit(new TasksRemoved({ organizationId, version: newest(part), tasks: part }));
}
