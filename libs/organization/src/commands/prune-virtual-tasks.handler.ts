import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { PruneVirtualTasks } from '../contracts/index.js';
import { mustBeFoundry } from './acting-member.js';
import { tellRemoved } from './announce-tasks.js';
import { releaseTasks } from './task-rows/release-tasks.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_MS = 90 * DAY_MS;
/** A creation may be repeated this long. */
const REPEATABLE_MS = 30 * DAY_MS;
/** What one transaction removes; more is asked for again. */
const AT_ONCE = 1_000;

const Owners = z.array(z.object({ id: z.string() }));

@CommandHandler(PruneVirtualTasks)
export class PruneVirtualTasksHandler extends Handler<PruneVirtualTasks> {
  async handle({ payload: { organizationId } }: PruneVirtualTasks, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const before = new Date(tx.now.getTime() - KEPT_MS);
    if (organizationId === null) {
      await forgetCreations(tx);
      await askEach(tx, before);
    } else await prune(tx, organizationId, before);
    return null;
  }
}

const pruningOf = (id: string) => new PruneVirtualTasks({ scope: id, organizationId: id });

async function forgetCreations(tx: Tx): Promise<void> {
  await tx.sql`delete from organization.task_creations
    where created_at < ${new Date(tx.now.getTime() - REPEATABLE_MS)}`;
}

/** The work of an organization is done in its own mailbox. */
async function askEach(tx: Tx, before: Date): Promise<void> {
  const rows = await tx.sql`select distinct organization_id as id from organization.task_summaries
    where virtual and archived_at < ${before} order by organization_id`;
  for (const { id } of Owners.parse(rows)) tx.send(pruningOf(id));
}

async function prune(tx: Tx, organizationId: string, before: Date): Promise<void> {
  const rows = await tx.sql`select task_id as id from organization.task_summaries
    where organization_id = ${organizationId} and virtual and archived_at < ${before}
    order by archived_at limit ${AT_ONCE}`;
  const ids = Owners.parse(rows).map(({ id }) => id);
  const removed = await releaseTasks(tx, organizationId, ids);
  if (removed.length === 0) return;
  tellRemoved(tx, organizationId, removed);
  tx.audit({ subject: { type: 'organization', id: organizationId }, details: { count: removed.length } });
  if (ids.length === AT_ONCE) tx.send(pruningOf(organizationId));
}
