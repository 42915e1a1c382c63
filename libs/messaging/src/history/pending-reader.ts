import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Actor, type PendingCommand } from '../contracts/index.js';
import { Database } from '../database/database.js';
import { nextStepOf, stateOf } from './command-rows.js';
import type { KnownEntity } from './entity-access.js';
import { StoredTime } from './stored.js';

const PendingRow = z.object({
  id: z.string(),
  name: z.string(),
  actor: Actor,
  accepted_at: StoredTime,
  published_at: StoredTime.nullable(),
  started_at: StoredTime.nullable(),
  settled_at: z.null(),
  deadline: StoredTime.nullable(),
  attempts: z.number(),
  elder: z.string().nullable(),
});
export type PendingRow = z.infer<typeof PendingRow>;

/** Commands of an entity that have no outcome yet. */
@Injectable()
export class PendingReader {
  constructor(private readonly database: Database) {}

  /** The next one first; 100 at most. */
  async commands(entity: KnownEntity): Promise<PendingRow[]> {
    const rows = await this.database.sql`
      select id, name, actor, accepted_at, published_at, started_at, settled_at, deadline, attempts,
        case when row_number() over all_of_them = 1 then null
          else first_value(id) over all_of_them end as elder
      from messaging.outbox
      where kind = 'command' and settled_at is null and module = ${entity.module} and entity_id = ${entity.entityId}
        and (organization_id is null or organization_id = ${entity.organizationId}::bigint)
      window all_of_them as (order by seq)
      order by seq limit 100`;
    return PendingRow.array().parse(rows);
  }
}

export function pendingCommand(row: PendingRow, mayCancel: boolean): PendingCommand {
  const state = stateOf(row);
  return {
    commandId: row.id,
    name: row.name,
    actor: row.actor,
    state,
    attempt: row.attempts,
    acceptedAt: row.accepted_at,
    startedAt: row.started_at,
    deadline: row.deadline,
    next: nextStepOf(row),
    actions: row.attempts === 0 && mayCancel ? ['cancel'] : [],
  };
}
