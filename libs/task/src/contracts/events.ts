import { event, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { ChangesView } from './change-views.js';
import { TaskPerson } from './task-person.js';
import { MessageView, OperationView, PermissionView, SessionView, TaskView } from './views.js';

const keyed = { entity: 'taskId', organization: 'organizationId' } as const;

/** What every event of a task carries. `version` is the task's. */
const task = {
  organizationId: Id64,
  taskId: Uuid,
  version: z.int().min(1),
  title: z.string().max(1_024),
  at: Timestamp,
};

/** An event that asks for somebody's eyes: `headSeq` is the newest item of the session's transcript then. */
const inSession = { ...task, sessionId: Uuid, headSeq: z.int().min(0) };

/** The turn that a message began. `owner` is whose identity the task uses; `author` wrote the message. */
const turn = {
  ...inSession,
  turnId: Uuid,
  messageId: Uuid,
  author: TaskPerson,
  owner: TaskPerson.nullable(),
};

/** The task itself changed: all of it, without its children. */
export class TaskChanged extends event({
  name: 'task.changed',
  ...keyed,
  payload: z.object({ ...task, task: TaskView }),
}) {}

/** A session is new or changed. */
export class SessionChanged extends event({
  name: 'task.sessionChanged',
  ...keyed,
  payload: z.object({ ...task, session: SessionView }),
}) {}

/** A message is new or changed. */
export class MessageChanged extends event({
  name: 'task.messageChanged',
  ...keyed,
  payload: z.object({ ...task, message: MessageView }),
}) {}

/** An operation is new or changed. */
export class OperationChanged extends event({
  name: 'task.operationChanged',
  ...keyed,
  payload: z.object({ ...task, operation: OperationView }),
}) {}

/** The list of changes was read, is being read, or could not be. */
export class ChangesChanged extends event({
  name: 'task.changesChanged',
  ...keyed,
  payload: z.object({ ...task, changes: ChangesView }),
}) {}

/** A message was stored; from now on it is queued, and its draft is over. */
export class MessageAccepted extends event({
  name: 'task.messageAccepted',
  ...keyed,
  payload: z.object({ ...task, sessionId: Uuid, messageId: Uuid, author: TaskPerson }),
}) {}

/** The agent began with a message. */
export class TurnStarted extends event({
  name: 'task.turnStarted',
  ...keyed,
  payload: z.object(turn),
}) {}

/** A turn ended as it should, or because a person stopped it: then `by` is that person, else null. */
export class TurnFinished extends event({
  name: 'task.turnFinished',
  ...keyed,
  payload: z.object({
    ...turn,
    outcome: z.enum(['finished', 'limit', 'refused', 'stopped']),
    by: TaskPerson.nullable(),
  }),
}) {}

/** A turn ended without what was asked for. `by` is the person whose act it was, null when it was nobody's. */
export class TurnFailed extends event({
  name: 'task.turnFailed',
  ...keyed,
  payload: z.object({
    ...turn,
    outcome: z.enum(['failed', 'interrupted', 'timed_out']),
    code: z.string().max(80),
    by: TaskPerson.nullable(),
  }),
}) {}

/** An agent waits for a person: a permission, or a question of its own. */
export class InputNeeded extends event({
  name: 'task.inputNeeded',
  ...keyed,
  payload: z.object({ ...turn, permissionId: Uuid, kind: z.enum(['permission', 'question']) }),
}) {}

/** A request of an agent is open, answered or withdrawn now. `answeredBy` is null unless a person answered. */
export class PermissionChanged extends event({
  name: 'task.permissionChanged',
  ...keyed,
  payload: z.object({
    ...turn,
    permissionId: Uuid,
    state: z.enum(['open', 'answered', 'withdrawn']),
    answeredBy: TaskPerson.nullable(),
    /** The request in full. */
    permission: PermissionView.optional(),
  }),
}) {}

/** The task works for somebody else now, or for nobody. `by`: who chose, or whose message or operation it came with. */
export class OwnerChanged extends event({
  name: 'task.ownerChanged',
  ...keyed,
  payload: z.object({
    ...task,
    owner: TaskPerson.nullable(),
    previous: TaskPerson.nullable(),
    reason: z.enum(['message', 'operation', 'manual', 'cleared']),
    by: TaskPerson.nullable(),
  }),
}) {}

/** A conversation is over. */
export class SessionClosed extends event({
  name: 'task.sessionClosed',
  ...keyed,
  payload: z.object({ ...task, sessionId: Uuid }),
}) {}

/** The task was put away; it can come back. */
export class TaskArchived extends event({
  name: 'task.archived',
  ...keyed,
  payload: z.object(task),
}) {}

/** The task is open again. */
export class TaskUnarchived extends event({
  name: 'task.unarchived',
  ...keyed,
  payload: z.object(task),
}) {}

/** The task is gone for good. */
export class TaskDeleted extends event({
  name: 'task.deleted',
  ...keyed,
  payload: z.object(task),
}) {}
