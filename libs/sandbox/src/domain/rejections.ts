import { errorCode, Rejection } from '@foundry/messaging';
import type { HoldKind, SandboxState } from '../contracts/index.js';

/** The provider is not configured here, or not allowed there. */
export class ProviderUnavailable extends Rejection {
  constructor(provider: string | null) {
    super(
      'sandbox.provider_unavailable',
      'invalid',
      provider === null
        ? 'No provider of sandboxes is configured here; an operator sets SANDBOX_PROVIDERS.'
        : `Sandboxes cannot run at ${provider} here; choose another provider.`,
    );
  }
}

export class SandboxLimit extends Rejection {
  constructor(limit: number) {
    super('sandbox.limit', 'conflict', `The organization has ${String(limit)} running sandboxes; pause or end one.`);
  }
}

export class SandboxIsDestroyed extends Rejection {
  constructor() {
    super('sandbox.destroyed', 'conflict', 'This sandbox was ended; the task can ask for another one.');
  }
}

/** Somebody works in it. */
export class SandboxBusy extends Rejection {
  constructor(kind: HoldKind) {
    super('sandbox.busy', 'conflict', `A ${kind} is under way in this sandbox; wait for it or stop it first.`, {
      details: { blockedBy: kind },
    });
  }
}

export class SandboxNotReady extends Rejection {
  constructor(state: SandboxState) {
    super('sandbox.not_ready', 'conflict', `This needs a running sandbox; it is ${state}.`, { details: { state } });
  }
}

export class SandboxNotFailed extends Rejection {
  constructor(state: SandboxState) {
    super('sandbox.not_failed', 'conflict', `Nothing failed that could be tried again; it is ${state}.`);
  }
}

export class MaxLifeReached extends Rejection {
  constructor() {
    super('sandbox.max_life', 'conflict', 'The provider lets this machine live no longer; pause and resume renew it.');
  }
}

/** A report of a step that ended before it came. */
export class StepEnded extends Rejection {
  constructor() {
    super('step.ended', 'conflict', 'This step ended before the report came; nothing was changed.');
  }
}

export class CheckpointUnknown extends Rejection {
  constructor() {
    super('checkpoint.unknown', 'missing', 'There is no such checkpoint of this sandbox.');
  }
}

/** The machine is another one than the caller knows. */
export class GenerationChanged extends Rejection {
  constructor(present: number) {
    super('sandbox.generation_changed', 'conflict', 'The machine was replaced; read the sandbox again.', {
      details: { generation: present },
    });
  }
}

/** The machine does not run, and nothing wakes it on the way. */
export class SandboxNotRunning extends Rejection {
  constructor(state: SandboxState) {
    super('sandbox.not_running', 'conflict', `The machine is not running: ${state}. Resume it first.`, {
      details: { state },
    });
  }
}

export class ProcessUnknown extends Rejection {
  constructor() {
    super('process.unknown', 'missing', 'There is no such process in this sandbox.');
  }
}

export class ProcessEnded extends Rejection {
  constructor() {
    super('process.ended', 'conflict', 'This process has ended already.');
  }
}

export class ProcessRunning extends Rejection {
  constructor() {
    super('process.running', 'conflict', 'This process still runs; stop it first.');
  }
}

export class ProcessLimit extends Rejection {
  constructor(limit: number) {
    super('process.limit', 'conflict', `A sandbox runs at most ${String(limit)} processes at once; end one first.`);
  }
}

export class WorkingFolderInvalid extends Rejection {
  constructor() {
    super('process.cwd_invalid', 'invalid', 'The folder must be one of the repository, relative to it.');
  }
}

export class ProcessIdTaken extends Rejection {
  constructor() {
    super('process.id_taken', 'conflict', 'Another process has this id; mint a new one.');
  }
}

export class ProcessHasNoTerminal extends Rejection {
  constructor() {
    super('process.no_terminal', 'conflict', 'This process was started without a terminal; read its logs instead.');
  }
}

export class ExecTimedOut extends Rejection {
  constructor(program: string) {
    super('exec.timed_out', 'conflict', `${program} did not end in its time, so it counts as failed.`);
  }
}

export class ExecKilled extends Rejection {
  constructor(program: string) {
    super('exec.killed', 'conflict', `${program} was ended by a signal, so it counts as failed.`);
  }
}

export class ExecNotStarted extends Rejection {
  constructor(program: string) {
    super('exec.not_started', 'invalid', `${program} could not be started; is it there, and its folder?`);
  }
}

export class ExecOutputTooLarge extends Rejection {
  constructor(thing: string) {
    super('exec.output_too_large', 'conflict', `${thing} is larger than can be taken.`);
  }
}

export class VariableNameReserved extends Rejection {
  constructor(name: string) {
    super(
      'variable.name_reserved',
      'invalid',
      `${name} is set by Foundry or would break machines; choose another name.`,
    );
  }
}

export class VariableLimit extends Rejection {
  constructor(limit: number) {
    super('variable.limit', 'conflict', `An organization has at most ${String(limit)} variables; remove one first.`);
  }
}

export class VariableUnknown extends Rejection {
  constructor() {
    super('variable.unknown', 'missing', 'There is no such variable.');
  }
}

export class NotAModelKey extends Rejection {
  constructor() {
    super('variable.not_a_model_key', 'invalid', 'Only ANTHROPIC_API_KEY and OPENAI_API_KEY can be tried.');
  }
}

const conflict = (code: string, title: string, meaning: string, remedy: string) =>
  errorCode({ code, kind: 'conflict', title, meaning, remedy });
const missing = (code: string, title: string, meaning: string, remedy: string) =>
  errorCode({ code, kind: 'missing', title, meaning, remedy });
const invalid = (code: string, title: string, meaning: string, remedy: string) =>
  errorCode({ code, kind: 'invalid', title, meaning, remedy });

export const providerUnavailable = invalid(
  'sandbox.provider_unavailable',
  'The provider cannot be used',
  'It is not configured on this installation, or the organization does not allow it.',
  'Choose one that the settings of the organization name.',
);
export const sandboxDestroyed = conflict(
  'sandbox.destroyed',
  'The sandbox has ended',
  'It was destroyed and does not come back; its history stays readable.',
  'Act on the task again: it asks for a new one.',
);
export const sandboxBusy = conflict(
  'sandbox.busy',
  'Somebody works in the sandbox',
  '`blockedBy` names what is under way: a turn or an operation.',
  'Wait until it ends, or stop it.',
);
export const sandboxNotReady = conflict(
  'sandbox.not_ready',
  'The sandbox is not ready',
  '`state` says what it is doing.',
  'Resume it, or wait until it is ready.',
);
export const sandboxNotFailed = conflict(
  'sandbox.not_failed',
  'Nothing failed',
  'Retry repeats a step that gave up, and there is none.',
  'Read the sandbox again.',
);
export const sandboxMaxLife = conflict(
  'sandbox.max_life',
  'The machine cannot live longer',
  'Its provider limits the life of a machine and refuses to extend it.',
  'Pause and resume it; that renews its life.',
);
export const sandboxNotRunning = conflict(
  'sandbox.not_running',
  'The machine is not running',
  'Nothing is started or woken on the way; `state` says what it is doing.',
  'Resume the sandbox first.',
);
export const generationChanged = conflict(
  'sandbox.generation_changed',
  'The machine was replaced',
  'What was known of the former machine is not true any more.',
  'Read the sandbox again.',
);
export const checkpointUnknown = missing(
  'checkpoint.unknown',
  'No such checkpoint',
  'The sandbox has no checkpoint of this id, or it was pruned.',
  'List the checkpoints.',
);
export const processUnknown = missing(
  'process.unknown',
  'No such process',
  'The sandbox has no process of this id.',
  'List the processes.',
);
export const processEnded = conflict(
  'process.ended',
  'The process has ended',
  'A signal needs a running one.',
  'None.',
);
export const processRunning = conflict(
  'process.running',
  'The process still runs',
  'Only ended processes leave the list.',
  'Stop it first.',
);
export const processLimit = conflict(
  'process.limit',
  'Too many processes',
  'A sandbox runs at most 64 processes at once.',
  'End one first.',
);
export const processIdTaken = conflict(
  'process.id_taken',
  'The id is taken',
  'A process with this id and another content exists.',
  'Mint a new id.',
);
export const workingFolderInvalid = invalid(
  'process.cwd_invalid',
  'The folder is not in the repository',
  'It must be relative and stay within the repository, also through links.',
  'Name a folder of the repository.',
);
export const processNoTerminal = conflict(
  'process.no_terminal',
  'The process has no terminal',
  'It was started without `tty`.',
  'Read its logs.',
);
export const execTimedOut = conflict(
  'exec.timed_out',
  'The program took too long',
  'It counts as failed.',
  'Try again.',
);
export const execKilled = conflict('exec.killed', 'The program was killed', 'A signal ended it.', 'Try again.');
export const execNotStarted = invalid(
  'exec.not_started',
  'The program could not start',
  'It is not on the machine, may not be run, or its folder is not there.',
  'Correct argv or cwd.',
);
export const execOutputTooLarge = conflict(
  'exec.output_too_large',
  'The output is too large',
  'It does not fit the limit and would be useless in part.',
  'Ask for less.',
);
export const variableNameReserved = invalid(
  'variable.name_reserved',
  'The name is reserved',
  'It is set by Foundry, or would break or open machines.',
  'Choose another name.',
);
export const variableLimit = conflict(
  'variable.limit',
  'Too many variables',
  'An organization has at most 100.',
  'Remove one first.',
);
export const variableUnknown = missing('variable.unknown', 'No such variable', 'It was never set.', 'List them.');
export const notAModelKey = invalid(
  'variable.not_a_model_key',
  'Not the key of a model',
  'Only ANTHROPIC_API_KEY and OPENAI_API_KEY can be tried.',
  'None.',
);
