import { event, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { TaskSummary } from './task-views.js';

/** The highest version among the rows of an event. */
const version = z.int();
const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;

/** What happened at a task's pull request. `checks_cleared`: they pass, or it ended; that they failed is no news now. */
export const ActivityKind = z.enum([
  'review',
  'review_requested',
  'review_comment',
  'comment',
  'merged',
  'checks_failed',
  'checks_cleared',
]);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** Rows of the list changed or came: their full new state, at most 100 and 200 KiB. */
export class TasksChanged extends event({
  name: 'organization.tasksChanged',
  ...keyed,
  payload: z.object({ organizationId: Id64, version, tasks: z.array(TaskSummary).min(1).max(100) }),
}) {}

/** A task that is gone from the list. */
export const RemovedTask = z.object({ id: Uuid, repositoryId: Id64, pullRequests: z.array(z.int()), version });
export type RemovedTask = z.infer<typeof RemovedTask>;

/** Rows left the list and their branches are free again; at most 100. */
export class TasksRemoved extends event({
  name: 'organization.tasksRemoved',
  ...keyed,
  payload: z.object({ organizationId: Id64, version, tasks: z.array(RemovedTask).min(1).max(100) }),
}) {}

/**
 * Somebody did something at a pull request of a task. `version` is the task's; `title` and `ownerUserId` say what it is
 * called and whom it works for.
 */
export class TaskActivity extends event({
  name: 'organization.taskActivity',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    taskId: Uuid,
    title: z.string(),
    ownerUserId: Id64.nullable(),
    repositoryId: Id64,
    number: z.int(),
    kind: ActivityKind,
    actorLogin: z.string().nullable(),
    at: Timestamp,
  }),
}) {}

/** Somebody began a task with a message; `adopted`: it was a virtual one until then. */
export class TaskCreated extends event({
  name: 'organization.taskCreated',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    task: TaskSummary,
    createdBy: Id64,
    messageId: Uuid,
    adopted: z.boolean(),
  }),
}) {}
