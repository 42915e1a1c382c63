import type { Tx } from '@foundry/messaging';
import type { Id64, Uuid } from '@foundry/messaging/contracts';
import {
  type DraftView,
  DraftChanged,
  emptyTaskState,
  InboxChanged,
  type InboxItem,
  TaskStateChanged,
  TaskStateRemoved,
  type TaskStateView,
} from '../../contracts/index.js';
import type { TaskState } from '../../domain/task-state.entity.js';
import { countOpen } from '../../rows/inbox-items.js';
import { readTaskState } from '../../rows/task-states.js';

const AT_ONCE = 100;

/** Whose task it is about. */
export interface OfTask {
  userId: Id64;
  organizationId: Id64;
  taskId: Uuid;
}

/** What is kept of the task now. */
export const presentState = async (tx: Tx, { userId, organizationId, taskId }: OfTask): Promise<TaskStateView> =>
  (await readTaskState(tx, userId, taskId)) ?? emptyTaskState(organizationId, taskId);

/** Writes the task's row, then tells all that is kept of it; sessions are written before. */
export async function saveAndTell(tx: Tx, of: OfTask, state: TaskState): Promise<TaskStateView> {
  await tx.save(state);
  const view = await presentState(tx, of);
  tx.emit(new TaskStateChanged({ userId: of.userId, version: view.version, state: view }));
  return view;
}

export function tellRemoved(tx: Tx, userId: Id64, taskIds: readonly Uuid[]): void {
  for (let start = 0; start < taskIds.length; start += AT_ONCE) {
    tx.emit(new TaskStateRemoved({ userId, taskIds: taskIds.slice(start, start + AT_ONCE) }));
  }
}

export function tellDraft(tx: Tx, userId: Id64, draft: DraftView): void {
  tx.emit(new DraftChanged({ userId, version: draft.version, draft }));
}

/** Tells these items and how many are open now; returns that number. */
export async function tellInbox(tx: Tx, userId: Id64, items: readonly InboxItem[]): Promise<number> {
  const open = await countOpen(tx, userId);
  for (let start = 0; start === 0 || start < items.length; start += AT_ONCE) {
    tx.emit(new InboxChanged({ userId, items: items.slice(start, start + AT_ONCE), open }));
  }
  return open;
}
