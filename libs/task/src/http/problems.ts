import { errorCodesOf } from '@foundry/messaging';

const conflict = errorCodesOf('conflict');
const missing = errorCodesOf('missing');
const invalid = errorCodesOf('invalid');

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

const githubNotConnected = conflict(
  'github.not_connected',
  'The GitHub App is not installed',
  'GitHub does not know Foundry for this account, or the App was uninstalled or suspended.',
  'An owner of the account installs the App; the page of the organization has the link.',
);
const accessDenied = errorCodesOf('forbidden')(
  'repository.access_denied',
  'No write permission on the repository',
  'GitHub said lately that you may not write to the repository of this task.',
  'Ask an admin of the repository for write permission on GitHub.',
);
/** Of everything that a person asks of a task. */
export const onActing = [githubNotConnected, accessDenied];

export const taskVirtual = conflict(
  'task.virtual',
  'Nobody used the task yet',
  'It is a row of the list only, so there is nothing to put away.',
  'Archive it in the list of tasks.',
);
export const taskNotFork = conflict('task.not_fork', 'It is no fork', 'The branch is not in a fork.', 'None.');
export const notTrusted = conflict(
  'task.not_trusted',
  'Nobody trusted the fork',
  'The branch is in a fork; no machine is made for it before somebody looked at it.',
  'Look at it, and trust it.',
);
export const pushToFork = conflict(
  'push.to_fork',
  'The branch is in a fork',
  'A credential here is for the one repository of the task, so it does not reach the fork; nothing was done.',
  'Push the commits from a terminal to a branch of this repository, or let the author of the fork take them over.',
);
export const branchNotMadeHere = conflict(
  'branch.not_made_here',
  'The branch was there before',
  'Only a branch that the work on the task brought to GitHub is deleted with the task.',
  'End the task without it; delete the branch at GitHub.',
);
export const unpushedWork = conflict(
  'task.unpushed_work',
  'There is work that GitHub does not have',
  'Commits that were not pushed, or changes without a commit. Nothing was done.',
  'Push it, or give it up with `discardWork`.',
);
export const operationRunning = conflict(
  'operation.running',
  'An operation runs',
  'One operation of this kind at a time works on a task.',
  'Wait for its end, or cancel it.',
);
export const operationIdTaken = conflict(
  'operation.id_taken',
  'The id is taken',
  'Another operation has it.',
  'Mint a new id.',
);
export const operationUnknown = missing(
  'operation.unknown',
  'No such operation',
  'No operation has this id.',
  'List the operations of the task.',
);
export const operationEnded = conflict('operation.ended', 'It has ended', 'The operation is over.', 'None.');
export const operationNotCancellable = conflict(
  'operation.not_cancellable',
  'It cannot be stopped any more',
  'GitHub was asked already, or the task is being put away.',
  'Wait for its end.',
);
export const operationNotRetryable = conflict(
  'operation.not_retryable',
  'Nothing to try again',
  'The operation runs, or it succeeded.',
  'Read the operation again.',
);
export const turnRunning = conflict(
  'task.turn_running',
  'An agent works',
  'Nothing is brought into the branch while a turn runs.',
  'Wait for its end, or stop it.',
);
export const noPullRequest = conflict(
  'task.no_pull_request',
  'The task has no such pull request',
  'It has none, or another one than was named.',
  'Read the task again.',
);
export const fileNotChanged = conflict(
  'file.not_changed',
  'The file is not changed',
  'It is not in the list of changes.',
  'Read the list of changes again.',
);
export const ownerNotMember = conflict(
  'owner.not_member',
  'Not a member who may act',
  'Only members of the organization with the role member or above own tasks.',
  'Choose somebody else, or ask an admin for the role.',
);
export const ownerNoAccess = conflict(
  'owner.no_access',
  'GitHub does not let this person',
  'They cannot write to the repository on GitHub.',
  'Choose somebody else.',
);
export const ownerNotLinked = conflict(
  'owner.not_linked',
  'This person never signed in',
  'Foundry has no GitHub account of theirs to work with.',
  'Ask them to sign in once.',
);
export const uploadLimit = conflict(
  'upload.limit',
  'Too many images wait',
  'You uploaded 50 images that no message uses.',
  'Send them, or wait: unused ones are erased after a day.',
);
export const uploadNotImage = invalid(
  'upload.not_image',
  'It is no image that can be used',
  'By its content it is not PNG, JPEG, GIF or WebP, or it is larger than 5 MiB.',
  'Upload another one.',
);
export const fileUnknown = missing(
  'file.unknown',
  'No such file',
  'There is none at this path in this state of the repository.',
  'List the folder.',
);
export const filePathInvalid = invalid(
  'file.path_invalid',
  'The path is not valid',
  'Paths are relative to the repository, without empty parts, `.` or `..`.',
  'Correct the path.',
);
export const notRunning = conflict(
  'sandbox.not_running',
  'The machine is not running',
  'Files are read from the machine, and reading wakes none.',
  'Resume the sandbox, or prepare the task.',
);

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
export const sessionAgentFixed = conflict(
  'session.agent_fixed',
  'The agent stays',
  'The session had a turn, and its conversation belongs to its agent.',
  'Open another session.',
);
export const sessionModelUnsupported = invalid(
  'session.model_unsupported',
  'The agent does not have it',
  'The agent offers other models, modes or levels of reasoning; the detail names them.',
  'Choose one of those.',
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
