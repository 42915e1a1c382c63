import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fewer writes for each command: see the functions below. The one that they replace stays for a worker of before. */
export class WriteLess1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
    await runner.query(FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function messaging.count_attempts`);
    await runner.query(`drop index messaging.outbox_causation;
      create index outbox_causation on messaging.outbox (causation_id)`);
  }
}

/** What began a chain has no cause, and each change of its row would write an entry that nobody looks for. */
const INDEXES = `
drop index messaging.outbox_causation;
create index outbox_causation on messaging.outbox (causation_id) where causation_id is not null;
`;

/** As for the first functions: one plan for each connection, made for full tables. */
const planned = [
  'set plan_cache_mode = force_generic_plan',
  'set enable_seqscan = off',
  'set enable_hashjoin = off',
  'set enable_mergejoin = off',
  'set enable_memoize = off',
  'set jit = off',
].join(' ');

/**
 * Relay, attempt marks and settling change the same rows of the outbox at the same time, so each takes them in the order
 * of seq: in any other order two of them wait for each other until Postgres ends one, a second later. The sorted list is
 * the outer side of a nested loop, the only join that is left on, so its order is that of the changes.
 */
const FUNCTIONS = `
-- Counts an attempt without waiting for the disk: a crash may lose the mark, never the command.
create function messaging.count_attempts(seqs bigint[], worker uuid)
returns void language plpgsql ${planned} as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  with own as materialized (select w.seq from unnest(seqs) as w(seq) order by w.seq)
  update messaging.outbox o
  set attempts = o.attempts + 1, started_at = clock_timestamp(), worker_id = worker
  from own where o.seq = own.seq and o.settled_at is null;
end $$;

-- Keeps what a batch of commands did: outcomes, what they sent and told, effects, dead letters.
create or replace function messaging.settle(
  worker uuid, outcomes jsonb, sent jsonb, frames jsonb, effects jsonb, letters jsonb)
returns void language plpgsql ${planned} as $$
begin
  with ended as materialized (
    select s.*, clock_timestamp() as at from jsonb_to_recordset(outcomes) as s(id uuid, seq bigint, module text,
      entity_id text, organization_id bigint, outcome text, code text, rejection_kind text, message text, result jsonb,
      attempts int, started_at timestamptz)
    order by s.seq
  ), kept as (
    insert into messaging.inbox (command_id, module, entity_id, organization_id, outcome, code, rejection_kind, message,
      result, attempts, started_at, finished_at, ms, worker_id)
    select e.id, e.module, e.entity_id, e.organization_id, e.outcome, e.code, e.rejection_kind, e.message, e.result,
      greatest(e.attempts, 1), e.started_at, e.at, extract(epoch from e.at - e.started_at) * 1000, worker
    from ended e
  ), counted as (
    update messaging.mailbox b set last_seq = greatest(b.last_seq, e.seq), handled = b.handled + 1
    from ended e where b.module = e.module and b.entity_id = e.entity_id
  )
  -- What was handled was on the wire: where the relay has not said so yet, it need not any more.
  update messaging.outbox o set settled_at = e.at, published_at = coalesce(o.published_at, e.at)
  from ended e where o.seq = e.seq;

  if jsonb_array_length(sent) > 0 then
    -- Topics in the order of their names, so that two transactions never wait for each other.
    with wanted as (
      select * from jsonb_to_recordset(frames) as f(event uuid, ordinal int, topic text, type text, data jsonb)
    ), bumped as (
      insert into messaging.topic as t (topic, version)
      select w.topic, count(*) from wanted w group by w.topic order by w.topic
      on conflict (topic) do update set version = t.version + excluded.version
      returning t.topic, t.version
    ), numbered as (
      select w.event, w.ordinal, w.topic, w.type, w.data,
        b.version - count(*) over (partition by w.topic)
          + row_number() over (partition by w.topic order by w.ordinal) as version
      from wanted w join bumped b on b.topic = w.topic
    ), stored as (
      insert into messaging.topic_delta (topic, version, type, data)
      select n.topic, n.version, n.type, n.data from numbered n
    ), shown as (
      select n.event, jsonb_agg(jsonb_build_object('topic', n.topic, 'version', n.version, 'type', n.type,
        'data', n.data) order by n.ordinal) as frames
      from numbered n group by n.event
    )
    insert into messaging.outbox (id, kind, name, v, module, entity_id, organization_id, partition, payload, actor,
      actor_key, correlation_id, causation_id, hop, traceparent, deadline, frames, retry_of)
    select s.id, s.kind, s.name, s.v, s.module, s.entity_id, s.organization_id, s.partition, s.payload, s.actor,
      s.actor_key, s.correlation_id, s.causation_id, s.hop, s.traceparent,
      clock_timestamp() + s.expires_ms * interval '1 ms', shown.frames, s.retry_of
    from jsonb_to_recordset(sent) as s(ordinal int, id uuid, kind text, name text, v int, module text, entity_id text,
      organization_id bigint, partition int, payload jsonb, actor jsonb, actor_key text, correlation_id uuid,
      causation_id uuid, hop int, traceparent text, expires_ms bigint, retry_of uuid)
    left join shown on shown.event = s.id
    order by s.ordinal
    on conflict (id) do nothing;

    perform pg_notify('foundry_outbox', '');
  end if;

  if jsonb_array_length(effects) > 0 then
    insert into messaging.effect (id, name, v, module, entity_id, organization_id, payload, exclusive_key, state,
      max_attempts, deadline, requested_by, correlation_id, on_behalf_of, hop, traceparent)
    select e.id, e.name, e.v, e.module, e.entity_id, e.organization_id, e.payload, e.exclusive_key, 'requested',
      e.max_attempts, clock_timestamp() + e.deadline_ms * interval '1 ms', e.requested_by, e.correlation_id,
      e.on_behalf_of, e.hop, e.traceparent
    from jsonb_to_recordset(effects) as e(id uuid, name text, v int, module text, entity_id text,
      organization_id bigint, payload jsonb, exclusive_key text, max_attempts int, deadline_ms bigint,
      requested_by uuid, correlation_id uuid, on_behalf_of text, hop int, traceparent text);
  end if;

  if jsonb_array_length(letters) > 0 then
    insert into messaging.dead_letter (id, source, module, organization_id, envelope, code, message, stack, attempts)
    select l.id, l.source, l.module, l.organization_id, l.envelope, l.code, l.message, l.stack, l.attempts
    from jsonb_to_recordset(letters) as l(id uuid, source text, module text, organization_id bigint, envelope jsonb,
      code text, message text, stack text, attempts int)
    on conflict (id) do nothing;
  end if;
end $$;
`;
