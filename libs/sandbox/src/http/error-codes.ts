import { errorCodesOf } from '@foundry/messaging';

// What the API's document says of the rejections in `domain/rejections.ts`.
const conflict = errorCodesOf('conflict');
const missing = errorCodesOf('missing');
const invalid = errorCodesOf('invalid');

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
