import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { QueueView } from '../contracts/index.js';
import { Database } from '../database/database.js';
import { StoredCount, StoredTime } from './stored.js';

const PartitionRow = z.object({
  module: z.string(),
  partition: z.number().nullable(),
  depth: StoredCount,
  oldest_at: StoredTime.nullable(),
  per_minute: StoredCount,
  first: z.string().nullable(),
  first_host: z.string().nullable(),
  first_pid: z.number().nullable(),
  second: z.string().nullable(),
  second_host: z.string().nullable(),
  second_pid: z.number().nullable(),
  consuming_since: StoredTime.nullable(),
});

/** Partitions and effects of each module: how much waits, how fast it goes, who works. */
@Injectable()
export class QueueReader {
  constructor(private readonly database: Database) {}

  async all(): Promise<QueueView[]> {
    const [partitions, effects] = await Promise.all([this.partitions(), this.effects()]);
    return [...partitions, ...effects].map((row) => ({
      module: row.module,
      partition: row.partition,
      depth: row.depth,
      oldestAt: row.oldest_at,
      perMinute: row.per_minute,
      holder: row.first === null ? null : { processId: row.first, host: row.first_host, pid: row.first_pid },
      standby: row.second === null ? null : { processId: row.second, host: row.second_host, pid: row.second_pid },
      consumingSince: row.consuming_since,
    }));
  }

  /**
   * The last minute is found through the index by organization: its organizations one after the other, then the newest
   * outcomes of each, so that a long history costs nothing.
   */
  private async partitions(): Promise<z.infer<typeof PartitionRow>[]> {
    const rows = await this.database.sql`
      with recursive organizations as (
        (select organization_id from messaging.inbox where organization_id is not null order by organization_id limit 1)
        union all
        select (select i.organization_id from messaging.inbox i where i.organization_id > o.organization_id
          order by i.organization_id limit 1)
        from organizations o where o.organization_id is not null
      ), lately as (
        select i.command_id from organizations o, lateral (select command_id from messaging.inbox
          where organization_id = o.organization_id and finished_at > now() - interval '1 minute') i
        union all
        select command_id from messaging.inbox
        where organization_id is null and finished_at > now() - interval '1 minute'
      ), done as (
        select o.module, o.partition, count(*) as per_minute
        from lately l join messaging.outbox o on o.id = l.command_id group by o.module, o.partition
      ), waiting as (
        select module, partition, count(*) as depth, min(accepted_at) as oldest_at
        from messaging.outbox where kind = 'command' and settled_at is null group by module, partition
      ), places as (
        select module, partition from messaging.partitioning, generate_series(0, partitions - 1) as partition
        union select module, partition from messaging.partition_holder
        union select module, partition from waiting
      )
      select p.module, p.partition, coalesce(w.depth, 0) as depth, w.oldest_at, coalesce(d.per_minute, 0) as per_minute,
        h.first, f.host as first_host, f.pid as first_pid, h.second, s.host as second_host, s.pid as second_pid,
        h.consuming_since
      from places p
      left join waiting w using (module, partition)
      left join done d using (module, partition)
      left join messaging.partition_holder h using (module, partition)
      left join messaging.process f on f.id = h.first
      left join messaging.process s on s.id = h.second
      order by p.module, p.partition`;
    return PartitionRow.array().parse(rows);
  }

  private async effects(): Promise<z.infer<typeof PartitionRow>[]> {
    const rows = await this.database.sql`
      select module, null as partition, count(*) filter (where finished_at is null) as depth,
        min(created_at) filter (where finished_at is null) as oldest_at,
        count(*) filter (where finished_at > now() - interval '1 minute') as per_minute, null as first,
        null as first_host, null as first_pid, null as second, null as second_host, null as second_pid,
        null as consuming_since
      from messaging.effect
      where state in ('requested', 'running', 'waiting') or finished_at > now() - interval '1 minute'
      group by module order by module`;
    return PartitionRow.array().parse(rows);
  }
}
