import { type Id64, QueryMessage } from '@foundry/messaging/contracts';
import type { TaskSeed } from '@foundry/task/contracts';
import type { TaskSummary } from './task-views.js';
import type { MemberRole } from './views.js';

/** The row of a task, by its id alone; null for an unknown or released one. Whoever asks checks who may see it. */
export class FindTask extends QueryMessage<TaskSummary | null> {
  constructor(readonly taskId: string) {
    super();
  }
}

/** How much one organization works, as one person sees it. */
export interface TaskStanding {
  organizationId: Id64;
  /** Tasks that are not archived, virtual ones included. */
  active: number;
  /** Somebody used a task at least once: one that is not virtual. */
  hasRealTask: boolean;
}

/** How much these organizations work, as this person sees it; those that they are no member of are left out. */
export class TaskStandingOf extends QueryMessage<TaskStanding[]> {
  constructor(
    readonly userId: Id64,
    readonly organizationIds: readonly Id64[],
  ) {
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

/** What a person may do with a task, and its row as they may see it. */
export interface TaskAccess {
  task: TaskSummary;
  role: MemberRole;
  /** A member or above, and GitHub did not say lately that they may not write there. */
  mayWrite: boolean;
}

/** A task for one person, by its id alone; null when there is none, or not for them: both answer alike. */
export class TaskAccessOf extends QueryMessage<TaskAccess | null> {
  constructor(
    readonly userId: string,
    readonly taskId: string,
  ) {
    super();
  }
}
