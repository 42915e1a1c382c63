import { randomUUID } from 'node:crypto';
import type { Actor, Outcome } from '../../contracts/index.js';
import type { Database } from '../../database/database.js';

/** What a test says of a command; everything else is usual. */
export interface Sent {
  id?: string;
  name?: string;
  module?: string;
  entityId?: string;
  organizationId?: string | null;
  actor?: Actor;
  correlationId?: string;
  causationId?: string | null;
  payload?: Record<string, unknown>;
  expiresMs?: number | null;
}

export const ADA_BY_SESSION: Actor = { kind: 'user', userId: '42', via: 'session' };
export const WORKER = '00000000-0000-4000-8000-000000000001';

/** Rows as the kernel writes them: with its own functions, and by hand what only a worker would do. */
export class KernelRows {
  constructor(private readonly database: Database) {}

  /** Stores a command as the API does. Returns its id. */
  async accept(sent: Sent = {}): Promise<string> {
    const id = sent.id ?? randomUUID();
    const actor = sent.actor ?? ADA_BY_SESSION;
    const module = sent.module ?? 'organization';
    const item = {
      ordinal: 0,
      id,
      name: sent.name ?? `${module}.grantRole`,
      v: 1,
      module,
      entity_id: sent.entityId ?? '9919',
      organization_id: sent.organizationId === undefined ? '9919' : sent.organizationId,
      partition: 0,
      payload: sent.payload ?? { organizationId: '9919' },
      actor,
      actor_key: actor.kind === 'user' ? `user:${actor.userId}` : `system:${actor.module}`,
      correlation_id: sent.correlationId ?? randomUUID(),
      causation_id: sent.causationId ?? null,
      hop: 0,
      expires_ms: sent.expiresMs ?? null,
    };
    await this.database.sql`select messaging.accept(${JSON.stringify([item])}::jsonb)`;
    return id;
  }

  async publish(id: string): Promise<void> {
    await this.database.sql`
      update messaging.outbox set published_at = clock_timestamp(),
        settled_at = case when kind = 'command' then settled_at else clock_timestamp() end where id = ${id}`;
  }

  async begin(id: string): Promise<void> {
    await this.publish(id);
    await this.database
      .sql`select messaging.count_attempts(array(select seq from messaging.outbox where id = ${id}), ${WORKER})`;
  }

  /** Settles a command, with the events and effects that it made. */
  async settle(
    id: string,
    outcome: Outcome = 'handled',
    more: {
      code?: string;
      kind?: string;
      message?: string;
      result?: unknown;
      events?: string[];
      effects?: string[];
    } = {},
  ): Promise<void> {
    await this.begin(id);
    const { code = null, kind = null, message = null, result = null, events = [], effects = [] } = more;
    await this.database.sql`
      with target as (select * from messaging.outbox where id = ${id}),
      outcomes as (select jsonb_agg(to_jsonb(t) || jsonb_build_object('outcome', ${outcome}::text, 'code', ${code}::text,
        'rejection_kind', ${kind}::text, 'message', ${message}::text, 'result', ${JSON.stringify(result)}::jsonb)) as list
        from target t),
      sent as (select coalesce(jsonb_agg(to_jsonb(t) || jsonb_build_object('id', s.id, 'kind', s.kind, 'ordinal', s.ordinal,
          'name', t.module || '.' || case s.kind when 'event' then 'changed' else 'work' end, 'partition', null,
          'causation_id', t.id, 'hop', t.hop + 1)), '[]') as list
        from target t, (select e as id, 'event' as kind, n as ordinal
            from unnest(${events}::uuid[]) with ordinality as x(e, n)
          union all select e, 'effect', 100 + n from unnest(${effects}::uuid[]) with ordinality as x(e, n)) s),
      asked as (select coalesce(jsonb_agg(to_jsonb(t) || jsonb_build_object('id', e, 'name', t.module || '.work',
          'deadline_ms', 300000, 'max_attempts', 5, 'requested_by', t.id)), '[]') as list
        from target t, unnest(${effects}::uuid[]) as e)
      select messaging.settle(${WORKER}, outcomes.list, sent.list, '[]', asked.list, '[]') from outcomes, sent, asked`;
  }

  /** Makes everything of a command older by `days`. */
  async age(id: string, days: number): Promise<void> {
    await this.database.sql`
      update messaging.outbox set accepted_at = accepted_at - ${days} * interval '1 day',
        published_at = published_at - ${days} * interval '1 day', settled_at = settled_at - ${days} * interval '1 day'
      where id = ${id} or causation_id = ${id}`;
    await this.database.sql`
      update messaging.inbox set finished_at = finished_at - ${days} * interval '1 day' where command_id = ${id}`;
    await this.database.sql`
      update messaging.effect set created_at = created_at - ${days} * interval '1 day',
        finished_at = finished_at - ${days} * interval '1 day' where requested_by = ${id}`;
  }
}
