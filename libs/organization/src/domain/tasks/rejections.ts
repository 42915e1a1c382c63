import { errorCode, Rejection } from '@foundry/messaging';

/** Git would not take the name, or it is longer than 255 bytes. */
export class BranchInvalid extends Rejection {
  constructor() {
    super('branch.invalid', 'invalid', 'Git does not take this as the name of a branch; choose another.', {
      details: { errors: [{ pointer: '/branch', code: 'branch.invalid', detail: 'is not the name of a branch' }] },
    });
  }
}

/** Tasks never work on the default branch itself. */
export class BranchIsDefault extends Rejection {
  constructor() {
    super('branch.is_default', 'conflict', 'This is the default branch; a task works on a branch of its own.');
  }
}

/** A task that somebody works on has the branch. `taskId` names it; an archived one can be restored. */
export class BranchTaken extends Rejection {
  constructor(taskId: string, isArchived: boolean) {
    const way = isArchived ? 'restore that task, or choose another branch' : 'open that task, or choose another branch';
    super('branch.taken', 'conflict', `Another task has this branch; ${way}.`, {
      details: { taskId, archived: isArchived },
    });
  }
}

export class PullRequestUnknown extends Rejection {
  constructor() {
    super('pull_request.unknown', 'missing', 'No task shows this pull request; name its branch instead.');
  }
}

export class TaskLimit extends Rejection {
  constructor(limit: number) {
    super('task.limit', 'conflict', `The organization has ${String(limit)} active tasks; archive some first.`);
  }
}

export class TaskIdTaken extends Rejection {
  constructor() {
    super('task.id_taken', 'conflict', 'This id belongs to another task; send a new one.');
  }
}

export class MessageEmpty extends Rejection {
  constructor() {
    super('message.empty', 'invalid', 'The first message has no text; say what to do.', {
      details: { errors: [{ pointer: '/firstMessage/text', code: 'message.empty', detail: 'is empty' }] },
    });
  }
}

export class ProviderUnavailable extends Rejection {
  constructor(provider: string) {
    super('sandbox.provider_unavailable', 'invalid', `Sandboxes of ${provider} are not allowed here; choose another.`, {
      details: {
        errors: [{ pointer: '/sandboxProvider', code: 'sandbox.provider_unavailable', detail: 'is not allowed' }],
      },
    });
  }
}

/** GitHub says that the person may not write to the repository. */
export class RepositoryAccessDenied extends Rejection {
  constructor() {
    super('repository.access_denied', 'forbidden', 'You cannot write to this repository on GitHub; ask its admins.');
  }
}

export const repositoryAccessDenied = errorCode({
  code: 'repository.access_denied',
  kind: 'forbidden',
  title: 'No write permission on the repository',
  meaning: 'GitHub said lately that you may not write to the repository of this task.',
  remedy: 'Ask an admin of the repository for write permission on GitHub.',
});
