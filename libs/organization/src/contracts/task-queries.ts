import { QueryMessage } from '@foundry/messaging/contracts';
import type { TaskSeed } from '@foundry/task/contracts';
import type { TaskSummary } from './task-views.js';

/** The row of a task, by its id alone; null for an unknown or released one. Whoever asks checks who may see it. */
export class FindTask extends QueryMessage<TaskSummary | null> {
  constructor(readonly taskId: string) {
    super();
  }
}

/** What a task is made of when somebody first acts on it; null when this organization has no such task. */
export class TaskSeedOf extends QueryMessage<TaskSeed | null> {
  constructor(
    readonly organizationId: string,
    readonly taskId: string,
  ) {
    super();
  }
}
