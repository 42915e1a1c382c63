import { errorCode } from '@foundry/messaging';

const conflict = (code: string, title: string, meaning: string, remedy: string) =>
  errorCode({ code, kind: 'conflict', title, meaning, remedy });
const missing = (code: string, title: string, meaning: string, remedy: string) =>
  errorCode({ code, kind: 'missing', title, meaning, remedy });
const invalid = (code: string, title: string, meaning: string, remedy: string) =>
  errorCode({ code, kind: 'invalid', title, meaning, remedy });

export const taskArchived = conflict(
  'task.archived',
  'The task was put away',
  'An archived task takes no new work.',
  'Restore it first.',
);
export const taskKilled = conflict('task.killed', 'The task is gone', 'It was ended for good.', 'Begin another one.');
export const taskClosing = conflict(
  'task.closing',
  'The task is being put away',
  'Its work is being saved and its machine ended.',
  'Wait for the end of the operation.',
);
/** Of every act on a task. */
export const notOpen = [taskArchived, taskKilled, taskClosing];

export const sessionUnknown = missing(
  'session.unknown',
  'No such session',
  'The task has none of this id.',
  'List them.',
);
export const sessionClosed = conflict(
  'session.closed',
  'The session is closed',
  'A closed session takes no messages; its transcript stays.',
  'Open another one.',
);
export const sessionLimit = conflict(
  'session.limit',
  'Too many sessions',
  'A task has at most 20 open sessions.',
  'Close one first.',
);
export const sessionIdTaken = conflict(
  'session.id_taken',
  'The id is taken',
  'Another session has it.',
  'Mint a new id.',
);
export const sessionNotFailed = conflict(
  'session.not_failed',
  'The session did not fail',
  'Only a failed start is tried again.',
  'Read the session again.',
);
export const turnNotRunning = conflict(
  'turn.not_running',
  'The turn does not run',
  'It ended, is being stopped already, or another one runs by now.',
  'Read the session again.',
);
export const messageUnknown = missing('message.unknown', 'No such message', 'No message has this id.', 'List them.');
export const messageEmpty = invalid(
  'message.empty',
  'The message is empty',
  'It has neither text nor attachment.',
  'Say something.',
);
export const messageLimit = conflict(
  'message.limit',
  'Too many messages wait',
  'A session has at most 50 queued messages.',
  'Wait, or cancel some.',
);
export const messageIdTaken = conflict(
  'message.id_taken',
  'The id is taken',
  'Another message has it.',
  'Mint a new id.',
);
export const messageNotQueued = conflict(
  'message.not_queued',
  'The message does not wait',
  'The agent has it, or it was cancelled.',
  'Send another message.',
);
export const messageNotRetryable = conflict(
  'message.not_retryable',
  'Nothing failed',
  'The message waits, runs, or was answered.',
  'Read the message again.',
);
export const uploadUnknown = invalid(
  'upload.unknown',
  'The image is not there',
  'It was not uploaded to this task, was used in another message, or was erased after a day.',
  'Upload it again.',
);
export const permissionUnknown = missing(
  'permission.unknown',
  'No such request',
  'No agent asked with this id.',
  'List the requests.',
);
export const permissionAnswered = conflict(
  'permission.answered',
  'Somebody was faster',
  '`answeredBy` and `answer` say who answered, and what; or its turn ended.',
  'None.',
);
export const permissionNotOffered = invalid(
  'permission.not_offered',
  'The agent does not offer this answer',
  'Only the kinds of its options can be chosen; a question is answered in words.',
  'Choose one that is offered.',
);
