import { command, Id64, text, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { aboutTask, acted, keyed, task } from './command-fields.js';
import { PermissionPolicy } from './names.js';
import { TaskPerson } from './task-person.js';
import { OperationView, TaskView } from './views.js';

const about = ({ taskId }: { taskId: string }) => aboutTask('task', taskId, taskId);

/** Gives the task a title. */
export class RenameTask extends command({
  name: 'task.rename',
  ...keyed,
  payload: z.object({ ...acted, title: text(200).min(1) }),
  result: TaskView,
  audit: { kind: 'task.renamed', entry: about },
}) {}

/** Says what agents may do without asking, also where one waits for leave already. */
export class SetPermissionPolicy extends command({
  name: 'task.setPermissionPolicy',
  ...keyed,
  payload: z.object({ ...acted, policy: PermissionPolicy }),
  result: TaskView,
  audit: {
    kind: 'task.policy_changed',
    entry: ({ taskId, policy }) => aboutTask('task', taskId, taskId, { policy }),
  },
}) {}

/** Lets agents work on a branch of a fork, with variables and credentials. Refused: `task.not_fork`. */
export class TrustTask extends command({
  name: 'task.trust',
  ...keyed,
  payload: z.object(acted),
  result: TaskView,
  audit: { kind: 'task.trusted', entry: about },
}) {}

/** Brings the machine without a message, for a terminal. Refused: `task.not_trusted`. */
export class PrepareTask extends command({
  name: 'task.prepare',
  ...keyed,
  payload: z.object(acted),
  result: TaskView,
  audit: { kind: 'task.prepared', entry: about },
}) {}

/**
 * Makes somebody else the owner, at once or when the present turn ends. The API fills in who it is, and refuses people
 * who may not be: `owner.not_member`, `owner.no_access`, `owner.not_linked`.
 */
export class ChangeOwner extends command({
  name: 'task.changeOwner',
  ...keyed,
  payload: z.object({ ...acted, owner: TaskPerson }),
  result: TaskView,
  audit: {
    kind: 'task.owner_changed',
    entry: ({ taskId, owner }) => aboutTask('task', taskId, taskId, { to: owner.userId }),
    each: true,
  },
}) {}

/** This person may own the task no more. Sent by reactions. Not the owner: nothing. */
export class ClearOwner extends command({
  name: 'task.clearOwner',
  ...keyed,
  payload: z.object({ ...task, userId: Id64, reason: z.string().max(80) }),
  audit: {
    kind: 'task.owner_cleared',
    entry: ({ taskId, userId, reason }) => aboutTask('task', taskId, taskId, { from: userId, reason }),
    each: true,
  },
}) {}

/** Takes the failure off the task that it shows. */
export class DismissError extends command({
  name: 'task.dismissError',
  ...keyed,
  payload: z.object(acted),
  result: TaskView,
  audit: { kind: 'task.error_dismissed', entry: about },
}) {}

/**
 * Ends the task and its machine, and frees its branch. Work that GitHub does not have is given up only with
 * `discardWork`. With `deleteBranch` the branch goes at GitHub too, if nobody else pushed to it; what GitHub refuses is
 * said by the operation, and the task ends all the same. Refused: `task.unpushed_work` with counts, `operation.running`,
 * and `branch.not_made_here` for a branch that was there before.
 */
export class KillTask extends command({
  name: 'task.kill',
  ...keyed,
  payload: z.object({
    ...acted,
    operationId: Uuid,
    discardWork: z.boolean().default(false),
    deleteBranch: z.boolean().default(false),
  }),
  result: OperationView,
  audit: { kind: 'task.killed', entry: about },
}) {}

/** Looks again what the queues of the task wait for. Nothing changed: nothing told. */
export class AdvanceTask extends command({
  name: 'task.advance',
  ...keyed,
  payload: z.object(task),
  audit: { none: 'derived' },
}) {}

/** Sends `task.advance` to every task where something waits. Sent every minute, in case that news was lost. */
export class AdvanceTasks extends command({
  name: 'task.advanceAll',
  entity: 'scope',
  payload: z.object({ scope: z.literal('waiting') }),
  audit: { none: 'progress' },
}) {}
