import { command, Id64, Uuid } from '@foundry/messaging/contracts';
import { SandboxView } from '@foundry/sandbox/contracts';
import { z } from 'zod';
import { keyed, task } from './command-fields.js';

const budget = z.int().min(0).nullable();

/** Most that may be spent, in US cents; null: no limit. */
export const Budgets = z.object({ perTask: budget, perUserMonth: budget, perOrganizationMonth: budget });
export type Budgets = z.infer<typeof Budgets>;

/** The machine of the task changed. An older version than known: nothing. */
export class NoteSandbox extends command({
  name: 'task.noteSandbox',
  ...keyed,
  payload: z.object({ ...task, sandbox: SandboxView }),
  audit: { none: 'derived' },
}) {}

/** The credential of a person is on the machine for these needs (`code` null), or cannot be. */
export class NoteCredential extends command({
  name: 'task.noteCredential',
  ...keyed,
  payload: z.object({
    ...task,
    sandboxId: Uuid,
    generation: z.int().min(1),
    userId: Id64,
    mode: z.string().max(20).nullable(),
    needIds: z.array(z.string().max(120)),
    code: z.string().max(80).nullable(),
    message: z.string().max(2_000).nullable(),
  }),
  audit: {
    kind: 'task.owner_changed',
    entry: ({ taskId }) => ({ subject: { type: 'task', id: taskId }, taskId }),
    each: true,
  },
}) {}

/** Keeps what the organization's settings say about turns. */
export class KeepLimits extends command({
  name: 'task.keepLimits',
  entity: 'organizationId',
  organization: 'organizationId',
  payload: z.object({ organizationId: Id64, budgets: Budgets, turnLimitMinutes: z.int().min(5).max(720) }),
  audit: { none: 'derived' },
}) {}

/** The person signed in again: what waits for that asks once more. */
export class LinkRestored extends command({
  name: 'task.linkRestored',
  ...keyed,
  payload: z.object({ ...task, userId: Id64 }),
  audit: { none: 'derived' },
}) {}
