import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ScheduleView } from '../contracts/index.js';
import { Database } from '../database/database.js';
import { StoredCount, StoredTime } from './stored.js';

const ScheduleRow = z.object({
  key: z.string(),
  name: z.string(),
  entity_id: z.string(),
  organization_id: z.string().nullable(),
  due_at: StoredTime,
  every_ms: StoredCount.nullable(),
  last_run_at: StoredTime.nullable(),
  last_command_id: z.string().nullable(),
  place: z.string(),
});
export type ScheduleRow = z.infer<typeof ScheduleRow>;

/** Commands that will be sent. */
@Injectable()
export class ScheduleReader {
  constructor(private readonly database: Database) {}

  /** The next one first. */
  async page(after: { at: string; key: string } | null, take: number): Promise<ScheduleRow[]> {
    const rows = await this.database.sql`
      select key, name, entity_id, organization_id, due_at, (extract(epoch from every) * 1000)::bigint as every_ms,
        last_run_at, last_command_id, due_at::text as place
      from messaging.schedule
      where ${after?.at ?? null}::timestamptz is null
        or (due_at, key) > (${after?.at ?? null}::timestamptz, ${after?.key ?? null}::text)
      order by due_at, key limit ${take}`;
    return ScheduleRow.array().parse(rows);
  }
}

export const scheduleView = (row: ScheduleRow): ScheduleView => ({
  key: row.key,
  name: row.name,
  entityId: row.entity_id,
  organizationId: row.organization_id,
  dueAt: row.due_at,
  everyMs: row.every_ms,
  lastRunAt: row.last_run_at,
  lastCommandId: row.last_command_id,
});
