import { type Id64, QueryMessage } from '@foundry/messaging/contracts';
import type { MemberRole } from './views.js';

/** What a person may do with tasks of one repository. */
export interface TaskRights {
  role: MemberRole;
  /** GitHub is known to refuse this person's pushes there. */
  isWriteDenied: boolean;
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
