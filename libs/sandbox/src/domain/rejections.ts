import { Rejection } from '@foundry/messaging';
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
