import { NotFound, Rejection } from '@foundry/messaging';
import type { Lifecycle, TaskPerson } from '../contracts/index.js';

/** Somebody else sent it than it says, or a person what only Foundry sends. */
export class WrongSender extends Rejection {
  constructor() {
    super('command.wrong_sender', 'forbidden', 'This may not be asked in another name, or not by a person.');
  }
}

export class TaskNotOpen extends Rejection {
  constructor(lifecycle: Exclude<Lifecycle, 'open'>) {
    const closing = lifecycle === 'archiving' || lifecycle === 'killing';
    const text = closing
      ? 'The task is being put away; wait for its end.'
      : 'The task was put away; open it again first.';
    super(closing ? 'task.closing' : `task.${lifecycle}`, 'conflict', text);
  }
}

export class TaskKilled extends Rejection {
  constructor() {
    super('task.killed', 'conflict', 'The task is gone for good; begin another one on its branch.');
  }
}

export class UnpushedWork extends Rejection {
  constructor(commits: number, dirty: boolean) {
    super('task.unpushed_work', 'conflict', 'The task has work that GitHub does not have; push it, or discard it.', {
      details: { commits, dirty },
    });
  }
}

export class NotAFork extends Rejection {
  constructor() {
    super('task.not_fork', 'conflict', 'The branch is not in a fork, so there is nothing to trust.');
  }
}

export class NotTrusted extends Rejection {
  constructor() {
    super('task.not_trusted', 'conflict', 'The branch is in a fork that nobody trusted yet; look at it and trust it.');
  }
}

export class BranchNotMadeHere extends Rejection {
  constructor() {
    super(
      'branch.not_made_here',
      'conflict',
      'The work on this task did not bring the branch to GitHub, so it is not deleted with it. Delete it at GitHub.',
    );
  }
}

export class OperationRunning extends Rejection {
  constructor() {
    super('operation.running', 'conflict', 'Another operation runs on this task; wait for its end.');
  }
}

export class OperationUnknown extends NotFound {
  override readonly code = 'operation.unknown';
  constructor() {
    super('This operation');
  }
}

export class SessionUnknown extends NotFound {
  override readonly code = 'session.unknown';
  constructor() {
    super('This session');
  }
}

export class SessionIsClosed extends Rejection {
  constructor() {
    super('session.closed', 'conflict', 'The session was closed; open another one.');
  }
}

export class SessionLimit extends Rejection {
  constructor(limit: number) {
    super('session.limit', 'conflict', `A task has at most ${String(limit)} open sessions; close one first.`);
  }
}

export class SessionNotFailed extends Rejection {
  constructor() {
    super('session.not_failed', 'conflict', 'The session did not fail to start, so there is nothing to try again.');
  }
}

export class IdTaken extends Rejection {
  constructor(noun: 'session' | 'message' | 'operation') {
    super(`${noun}.id_taken`, 'conflict', `Another ${noun} has this id; mint a new one.`);
  }
}

export class MessageUnknown extends NotFound {
  override readonly code = 'message.unknown';
  constructor() {
    super('This message');
  }
}

export class MessageEmpty extends Rejection {
  constructor() {
    super('message.empty', 'invalid', 'A message needs a text or an attachment.');
  }
}

export class MessageLimit extends Rejection {
  constructor(limit: number) {
    super('message.limit', 'conflict', `A session has at most ${String(limit)} queued messages; wait or cancel some.`);
  }
}

export class MessageNotQueued extends Rejection {
  constructor(state: string) {
    super('message.not_queued', 'conflict', `The message is ${state}; only a waiting one can be changed.`, {
      details: { state },
    });
  }
}

export class MessageNotRetryable extends Rejection {
  constructor(state: string) {
    super('message.not_retryable', 'conflict', `The message is ${state} and nothing of it failed.`, {
      details: { state },
    });
  }
}

export class UploadUnknown extends Rejection {
  constructor() {
    super('upload.unknown', 'invalid', 'An attached image was not uploaded to this task, or was used or erased.');
  }
}

export class TurnNotRunning extends Rejection {
  constructor() {
    super('turn.not_running', 'conflict', 'This turn does not run any more.');
  }
}

export class PermissionUnknown extends NotFound {
  override readonly code = 'permission.unknown';
  constructor() {
    super('This request');
  }
}

export class PermissionAnswered extends Rejection {
  constructor(by: TaskPerson | null, answer: string | null) {
    super('permission.answered', 'conflict', `${by?.login ?? 'The task'} answered already.`, {
      details: { answeredBy: by, answer },
    });
  }
}

export class PermissionNotOffered extends Rejection {
  constructor() {
    super('permission.not_offered', 'invalid', 'The agent does not offer this answer; choose one that it offers.');
  }
}

/** A report of a step that ended before it came. */
export class StepEnded extends Rejection {
  constructor() {
    super('step.ended', 'conflict', 'This step ended before the report came; nothing was changed.');
  }
}

export class AgentFixed extends Rejection {
  constructor(agent: string) {
    super('session.agent_fixed', 'conflict', 'The agent of a session that was used stays; open another session.', {
      details: { agent },
    });
  }
}

export class ModelUnsupported extends Rejection {
  constructor(setting: string, value: string, offered: readonly string[]) {
    const choices = offered.length === 0 ? 'it offers none' : `choose one of: ${offered.slice(0, 40).join(', ')}`;
    super('session.model_unsupported', 'invalid', `The agent does not have the ${setting} ${value}; ${choices}.`, {
      details: { setting, value, offered: offered.slice(0, 100) },
    });
  }
}

export class AgentNotInstalled extends Rejection {
  constructor(agent: string) {
    super('agent.not_installed', 'conflict', `The agent ${agent} is not installed on the machine; choose another.`, {
      details: { agent },
    });
  }
}
