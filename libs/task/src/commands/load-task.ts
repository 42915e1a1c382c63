import { NotFound, type Tx } from '@foundry/messaging';
import { z } from 'zod';
import { Changes } from '../domain/changes.entity.js';
import { Limits } from '../domain/limits.entity.js';
import { Message } from '../domain/message.entity.js';
import { Operation } from '../domain/operation.entity.js';
import { Permission } from '../domain/permission.entity.js';
import { Session } from '../domain/session.entity.js';
import { Owner } from '../domain/task-owner.entity.js';
import { Task } from '../domain/task.entity.js';
import { Turn } from '../domain/turn.entity.js';
import { type Circumstances, type Spent, WholeTask } from '../domain/whole-task.js';

/** What the instance is set up with, as far as tasks decide by it. */
export abstract class Surroundings {
  /** The agent of a session when nobody says which. */
  abstract readonly usualAgent: string;

  /** `https://…` of a repository by its owner and name, without a credential in it. */
  abstract cloneUrl(repositoryName: string): string;
}

const ids = z.array(z.string());

/** Which rows a task has that can still change, and how busy the instance is. */
export const OpenRows = z.tuple([
  z.object({
    sessions: ids,
    messages: ids,
    turns: ids,
    permissions: ids,
    operations: ids,
    running: z.int(),
  }),
]);
export type OpenRows = z.infer<typeof OpenRows>[0];

const SpentRow = z.tuple([
  z.object({
    task: z.coerce.number(),
    organization: z.coerce.number(),
    byUser: z.record(z.string(), z.coerce.number()).nullable(),
  }),
]);

/** The task with everything that can still change; null: nobody acted on it. Another tenant's answers as unknown. */
export async function loadTask(
  tx: Tx,
  named: { organizationId: string; taskId: string },
  surroundings: Surroundings,
): Promise<WholeTask | null> {
  const { organizationId, taskId } = named;
  const task = await tx.find(Task, { taskId });
  if (!task) return null;
  if (task.organizationId !== organizationId) throw new NotFound('This task');
  const [open] = OpenRows.parse(
    await tx.sql`select
      array(select session_id::text from task.sessions
        where task_id = ${taskId} and state <> 'closed' order by number) as sessions,
      array(select message_id::text from task.messages where task_id = ${taskId}
        and state in ('queued', 'delivering', 'failed') order by created_at, position) as messages,
      array(select turn_id::text from task.turns where task_id = ${taskId} and state <> 'ended') as turns,
      array(select permission_id::text from task.permissions
        where task_id = ${taskId} and state = 'open' order by created_at) as permissions,
      array(select operation_id::text from task.operations
        where task_id = ${taskId} and state in ('waiting', 'running')) as operations,
      (select count(*)::int from task.turns where state <> 'ended') as running`,
  );
  const whole = new WholeTask(
    task,
    await tx.find(Owner, { taskId }),
    await circumstances(tx, task, open.running, surroundings),
  );
  whole.changes = await tx.find(Changes, { taskId });
  for (const sessionId of open.sessions) whole.sessions.push(await tx.load(Session, { sessionId }));
  for (const messageId of open.messages) whole.messages.push(await tx.load(Message, { messageId }));
  for (const turnId of open.turns) whole.turns.push(await tx.load(Turn, { turnId }));
  for (const permissionId of open.permissions) whole.permissions.push(await tx.load(Permission, { permissionId }));
  for (const operationId of open.operations) whole.operations.push(await tx.load(Operation, { operationId }));
  await withTheirMessages(tx, whole);
  return whole;
}

/** The message of a turn that runs is delivered already, and yet looked at when it ends; so is a closed session. */
async function withTheirMessages(tx: Tx, whole: WholeTask): Promise<void> {
  for (const { messageId, sessionId } of whole.turns) {
    if (!whole.messages.some((one) => one.messageId === messageId)) {
      whole.messages.push(await tx.load(Message, { messageId }));
    }
    if (!whole.sessions.some((one) => one.sessionId === sessionId)) {
      whole.sessions.push(await tx.load(Session, { sessionId }));
    }
  }
}

/** What is known beyond the rows of a task. What was spent is counted only where it is limited. */
export async function circumstances(
  tx: Tx,
  task: Pick<Task, 'taskId' | 'organizationId' | 'repositoryName'>,
  runningTurns: number,
  surroundings: Surroundings,
): Promise<Circumstances> {
  const { organizationId, taskId, repositoryName } = task;
  const limits = (await tx.find(Limits, { organizationId })) ?? Limits.usual(organizationId);
  const isLimited = Object.values(limits.budgets).some((budget) => budget !== null);
  const spent = isLimited ? await spentOn(tx, organizationId, taskId) : { task: 0, organization: 0, byUser: {} };
  const cloneUrl = surroundings.cloneUrl(repositoryName);
  return { limits, spent, runningTurns, cloneUrl, usualAgent: surroundings.usualAgent };
}

async function spentOn(tx: Tx, organizationId: string, taskId: string): Promise<Spent> {
  const [row] = SpentRow.parse(
    await tx.sql`select
      coalesce((select sum(cost_cents) from task.turns where task_id = ${taskId}), 0) as task,
      coalesce((select sum(cost_cents) from task.turns where organization_id = ${organizationId}
        and started_at >= date_trunc('month', ${tx.now}::timestamptz)), 0) as organization,
      (select jsonb_object_agg(author_id, cents) from (select author_id, sum(cost_cents) as cents from task.turns
        where organization_id = ${organizationId} and cost_cents is not null
          and started_at >= date_trunc('month', ${tx.now}::timestamptz) group by author_id) each_one) as "byUser"`,
  );
  return { ...row, byUser: row.byUser ?? {} };
}
