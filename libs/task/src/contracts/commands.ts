import { command, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { keyed, task } from './command-fields.js';
import { FirstMessage } from './first-message.js';
import { TaskPerson } from './task-person.js';
import { TaskSeed } from './task-seed.js';
import { OperationView, TaskView } from './views.js';

/** Makes the task that the list just reserved a branch for, and stores its first message. The same again: nothing. */
export class InitializeTask extends command({
  name: 'task.initialize',
  ...keyed,
  payload: z.object({
    ...task,
    seed: TaskSeed,
    provider: z.string().max(20).nullable(),
    firstMessage: FirstMessage,
    /** Who wrote the first message. */
    author: TaskPerson,
  }),
  audit: { none: 'derived' },
}) {}

/**
 * Archives a task: because its pull request ended (`merged`, `closed`, with the number), or a person wants it. A task
 * that does not exist is not made by it.
 */
export class ArchiveTask extends command({
  name: 'task.archive',
  ...keyed,
  payload: z.object({
    ...task,
    operationId: Uuid,
    reason: z.enum(['merged', 'closed', 'user']),
    number: z.int().nullable(),
    force: z.boolean().default(false),
  }),
  /** Null where nothing was to do; a person is always told an operation. */
  result: OperationView.nullable(),
  audit: {
    kind: 'task.archived',
    entry: ({ taskId, reason }) => ({ subject: { type: 'task', id: taskId }, taskId, details: { reason } }),
  },
}) {}

/** Opens an archived task again, without a machine; the next act brings one. */
export class UnarchiveTask extends command({
  name: 'task.unarchive',
  ...keyed,
  payload: z.object({ ...task, operationId: Uuid }),
  result: TaskView.nullable(),
  audit: {
    kind: 'task.restored',
    entry: ({ taskId }) => ({ subject: { type: 'task', id: taskId }, taskId }),
  },
}) {}

/** Erases images that no message used for a day. Sent by a schedule, every hour. */
export class EraseUploads extends command({
  name: 'task.eraseUploads',
  entity: 'scope',
  payload: z.object({ scope: z.literal('uploads') }),
  audit: { none: 'progress' },
}) {}
