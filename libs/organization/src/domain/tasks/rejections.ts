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

/** A task that somebody works on has the branch. `current` names it; an archived one can be restored. */
export class BranchTaken extends Rejection {
  constructor({ organizationId, taskId, isArchived }: { organizationId: string; taskId: string; isArchived: boolean }) {
    const way = isArchived ? 'restore that task, or choose another branch' : 'open that task, or choose another branch';
    const href = `/v1/organizations/${organizationId}/tasks/${taskId}/restore`;
    super('branch.taken', 'conflict', `Another task has this branch; ${way}.`, {
      details: {
        current: { taskId, archived: isArchived },
        ...(isArchived ? { action: { kind: 'restore', href } } : {}),
      },
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

/** The App cannot see it, or there is none with this id in the organization. */
export class RepositoryUnknown extends Rejection {
  constructor() {
    super('repository.unknown', 'missing', 'There is no such repository in this organization.');
  }
}

/** GitHub takes no changes of an archived repository. */
export class RepositoryArchived extends Rejection {
  constructor() {
    super('repository.archived', 'conflict', 'The repository is archived on GitHub, so it is read-only.');
  }
}

/** The App is not installed there, or suspended: nothing could be pushed. */
export class GithubNotConnected extends Rejection {
  constructor() {
    super('github.not_connected', 'conflict', 'The GitHub App is not installed there; an owner can install it.');
  }
}

export const repositoryUnknown = errorCode({
  code: 'repository.unknown',
  kind: 'missing',
  title: 'There is no such repository',
  meaning: 'The organization has no repository with this id that is known here.',
  remedy: 'List the repositories of the organization, or start a sync.',
});
export const repositoryArchived = errorCode({
  code: 'repository.archived',
  kind: 'conflict',
  title: 'The repository is archived',
  meaning: 'The repository is archived on GitHub, which takes no changes of it.',
  remedy: 'Unarchive it on GitHub, or choose another repository.',
});
export const githubNotConnected = errorCode({
  code: 'github.not_connected',
  kind: 'conflict',
  title: 'The GitHub App is not installed',
  meaning: 'GitHub does not know Foundry for this account, or the App was uninstalled or suspended.',
  remedy: 'An owner of the account installs the App; the page of the organization has the link.',
});
export const branchInvalid = errorCode({
  code: 'branch.invalid',
  kind: 'invalid',
  title: 'This is not the name of a branch',
  meaning: 'Git does not take the name, or it has more than 255 bytes.',
  remedy: 'Choose another name; the rules are those of git check-ref-format.',
});
export const branchIsDefault = errorCode({
  code: 'branch.is_default',
  kind: 'conflict',
  title: 'This is the default branch',
  meaning: 'Tasks never work on the default branch itself.',
  remedy: 'Choose a branch of its own for the task.',
});
export const branchTaken = errorCode({
  code: 'branch.taken',
  kind: 'conflict',
  title: 'Another task has this branch',
  meaning:
    'A branch belongs to one task; `current.taskId` names it, and `current.archived` says whether it is archived.',
  remedy: 'Open that task, restore it when it is archived, or choose another branch.',
});
export const pullRequestUnknown = errorCode({
  code: 'pull_request.unknown',
  kind: 'missing',
  title: 'No task shows this pull request',
  meaning: 'The pull request does not exist, or the settings leave it out of the list of tasks.',
  remedy: 'Name its branch instead.',
});
export const taskLimit = errorCode({
  code: 'task.limit',
  kind: 'conflict',
  title: 'Too many active tasks',
  meaning: 'The organization has as many tasks that are neither virtual nor archived as its settings allow.',
  remedy: 'Archive some, or ask an admin for a higher limit.',
});
export const taskIdTaken = errorCode({
  code: 'task.id_taken',
  kind: 'conflict',
  title: 'This id belongs to another task',
  meaning: 'The id was used before, for a task that was asked for in another way.',
  remedy: 'Mint a new id.',
});
export const messageEmpty = errorCode({
  code: 'message.empty',
  kind: 'invalid',
  title: 'The message has no text',
  meaning: 'A task begins with a prompt, and this one has only spaces.',
  remedy: 'Say what to do.',
});
export const providerUnavailable = errorCode({
  code: 'sandbox.provider_unavailable',
  kind: 'invalid',
  title: 'Sandboxes of this provider are not allowed here',
  meaning: 'The settings of the organization, or this instance, do not have the provider.',
  remedy: 'Choose another provider, or ask an admin.',
});
