import { Id64, Uuid } from '@foundry/messaging/contracts';
import { TaskPerson } from './task-person.js';
import { TaskSeed } from './task-seed.js';

/** What every message of this module names. */
export const keyed = { entity: 'taskId', organization: 'organizationId' } as const;
export const task = { organizationId: Id64, taskId: Uuid };

/**
 * What the API adds to a command of a person: what a task is made of that nobody used yet, and how the person is
 * shown. Who acts is the actor; another one in `by` is refused.
 */
export const acted = { ...task, seed: TaskSeed, by: TaskPerson };

export const aboutTask = (type: string, id: string, taskId: string, details: Record<string, unknown> = {}) => ({
  subject: { type, id },
  taskId,
  details,
});
