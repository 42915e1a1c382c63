import { NotFound, Rejection } from '@foundry/messaging';

export class OperationUnknown extends NotFound {
  override readonly code = 'operation.unknown';
  constructor() {
    super('This operation');
  }
}

export class OperationEnded extends Rejection {
  constructor() {
    super('operation.ended', 'conflict', 'The operation ended already.');
  }
}

export class OperationNotCancellable extends Rejection {
  constructor() {
    super('operation.not_cancellable', 'conflict', 'This cannot be taken back any more; wait for its end.');
  }
}

export class OperationNotRetryable extends Rejection {
  constructor() {
    super('operation.not_retryable', 'conflict', 'Only an operation that failed or was cancelled can be done again.');
  }
}

export class TurnRunning extends Rejection {
  constructor() {
    super(
      'task.turn_running',
      'conflict',
      'An agent works on these files now; wait for the end of its turn, or stop it.',
    );
  }
}

export class PushToFork extends Rejection {
  constructor() {
    super(
      'push.to_fork',
      'conflict',
      'The branch is in a fork, where no credential of yours reaches from here, and it is never pushed into another ' +
        'repository instead. In a terminal you can push the commits to a branch of this repository that you name.',
    );
  }
}

export class NoPullRequest extends Rejection {
  constructor() {
    super('task.no_pull_request', 'conflict', 'This is not the pull request of the task, or it has none.');
  }
}

export class FileNotChanged extends Rejection {
  constructor() {
    super('file.not_changed', 'conflict', 'There is nothing to take back in this file; look at the changes again.');
  }
}

export class FilePathInvalid extends Rejection {
  constructor() {
    super(
      'file.path_invalid',
      'invalid',
      'A path is relative to the repository, without `..`, and has at most 4,096 bytes.',
    );
  }
}
