import type { Pool } from 'pg';
import { z } from 'zod';
import { derivedId } from '../identity/derived-id.js';
import type { Metrics } from '../metrics/metrics.js';
import type { RecurringSchedule } from '../registry/manifest.js';
import { outgoingRow, type PartitionFor } from '../sending/outgoing-row.js';

const Due = z.object({
  key: z.string(),
  name: z.string(),
  v: z.number(),
  module: z.string(),
  entity_id: z.string(),
  organization_id: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
  due_at: z.date(),
  late: z.coerce.number(),
  recurring: z.boolean(),
});
type Due = z.infer<typeof Due>;

/** Sends what is due. All times are those of Postgres; a worker's clock decides nothing. */
export class Schedules {
  constructor(
    private readonly pool: Pool,
    private readonly partitionFor: PartitionFor,
    private readonly metrics: Metrics,
  ) {}

  /** Makes the recurring schedules in the database those of the code, by their keys. */
  async reconcile(declared: readonly RecurringSchedule[]): Promise<void> {
    const keys = declared.map(({ key }) => key);
    await this.pool.query('delete from messaging.schedule where every is not null and key <> all($1)', [keys]);
    for (const { key, everyMs, command } of declared) {
      const row = outgoingRow(command(), 'command', scheduleOrigin(key), this.partitionFor);
      await this.pool.query(
        `insert into messaging.schedule (key, name, v, module, entity_id, organization_id, payload, due_at, every)
         values ($1, $2, $3, $4, $5, $6, $7, now() + $8 * interval '1 ms', $8 * interval '1 ms')
         on conflict (key) do update set name = excluded.name, v = excluded.v, module = excluded.module,
           entity_id = excluded.entity_id, organization_id = excluded.organization_id, payload = excluded.payload,
           every = excluded.every, due_at = least(schedule.due_at, excluded.due_at)`,
        [key, row.name, row.v, row.module, row.entity_id, row.organization_id, JSON.stringify(row.payload), everyMs],
      );
    }
  }

  /** Sends up to 100 due ones: the command and the next date are one transaction. Returns how many. */
  async fire(): Promise<number> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      await client.query('begin');
      const { rows } = await client.query(
        `select key, name, v, module, entity_id, organization_id, payload, due_at, every is not null as recurring,
           extract(epoch from clock_timestamp() - due_at) as late
         from messaging.schedule where due_at <= clock_timestamp() order by due_at limit 100 for update skip locked`,
      );
      const due = rows.map((row) => Due.parse(row));
      if (due.length > 0) {
        const items = due.map((schedule, ordinal) => ({ ordinal, ...this.row(schedule) }));
        await client.query('select messaging.accept($1::jsonb)', [JSON.stringify(items)]);
        for (const [index, schedule] of due.entries()) {
          const sent = items[index]?.id;
          // Runs that were missed while everything was down are one run.
          const text = schedule.recurring
            ? `update messaging.schedule set last_run_at = clock_timestamp(), last_command_id = $2,
                 due_at = due_at + every * ceil(greatest(extract(epoch from clock_timestamp() - due_at), 0.001)
                   / extract(epoch from every)) where key = $1`
            : 'delete from messaging.schedule where key = $1 and $2::uuid is not null';
          await client.query(text, [schedule.key, sent]);
          this.metrics.scheduleLag.observe(schedule.late);
        }
      }
      await client.query('commit');
      broken = false;
      return due.length;
    } finally {
      client.release(broken);
    }
  }

  private row({ key, due_at, late: _late, recurring: _recurring, ...command }: Due) {
    const id = derivedId('schedule', key, due_at.toISOString());
    return {
      ...command,
      id,
      partition: this.partitionFor(command.module, command.entity_id),
      actor: scheduleOrigin(key).actor,
      actor_key: 'system:messaging',
      correlation_id: id,
      causation_id: null,
      hop: 0,
      traceparent: null,
      expires_ms: null,
      reply_to: null,
      idempotency_key: null,
      request_hash: null,
    };
  }
}

const scheduleOrigin = (key: string) => ({
  actor: { kind: 'system' as const, module: 'messaging' },
  correlationId: derivedId('schedule', key),
  causationId: null,
  hop: 0,
  traceparent: null,
});
