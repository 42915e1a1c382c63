import { type Id64, QueryMessage, type Uuid } from '@foundry/messaging/contracts';
import type { MemberRole } from './views.js';

/** What a person may do with tasks of one repository. */
export interface TaskRights {
  role: MemberRole;
  /** GitHub is known to refuse this person's pushes there. */
  isWriteDenied: boolean;
}

/** The repositories whose work one person sees. `all`: also those that nobody knows yet; then no ids are named. */
export interface VisibleRepositoryIds {
  all: boolean;
  ids: readonly Id64[];
}

/**
 * What one person sees of an organization's repositories, by the rule of its tasks; null for strangers. Whoever shows
 * anything of a repository asks this. Never cached; GitHub is not asked.
 */
export class VisibleRepositoriesOf extends QueryMessage<VisibleRepositoryIds | null> {
  constructor(
    readonly userId: Id64,
    readonly organizationId: Id64,
  ) {
    super();
  }
}

/** Those of the tasks that the person may not see, by the rule of the list; for strangers all. Never cached. */
export class HiddenTasksAmong extends QueryMessage<Uuid[]> {
  constructor(
    readonly userId: Id64,
    readonly organizationId: Id64,
    readonly taskIds: readonly Uuid[],
  ) {
    super();
  }
}

/** Null for strangers, and for members who do not see tasks of this repository. Never cached; GitHub is not asked. */
export class TaskRightsOf extends QueryMessage<TaskRights | null> {
  constructor(
    readonly userId: Id64,
    readonly organizationId: Id64,
    readonly repositoryId: Id64,
  ) {
    super();
  }
}
