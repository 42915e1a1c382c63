/**
 * A plan is made once for each connection and kept: planning costs more than what is planned. So it must not depend on
 * how much a table held at that moment, which would be nothing, and reading all of it the best plan.
 */
const planned = [
  'set plan_cache_mode = force_generic_plan',
  'set enable_seqscan = off',
  'set enable_hashjoin = off',
  'set enable_mergejoin = off',
  'set jit = off',
].join(' ');

/**
 * The kernel's work for each command, folded into few statements: a command costs one call to accept, and a batch
 * of commands of different entities costs one call to begin and one to settle.
 */
export const functions = `
-- Relay, attempt marks and settling change the same rows of the outbox at the same time, so each locks them in the
-- order of seq first: in any other order two of them wait for each other until Postgres ends one, a second later.

-- Stores commands; a known id or a used idempotency key stores nothing and answers the first row.
create function messaging.accept(items jsonb)
returns table (ordinal int, id uuid, seq bigint, fresh boolean, request_hash bytea)
language plpgsql ${planned} as $$
declare
  stored_rows int;
begin
  return query
  with wanted as (
    select * from jsonb_to_recordset(items) as i(
      ordinal int, id uuid, name text, v int, module text, entity_id text, organization_id bigint, partition int,
      payload jsonb, actor jsonb, actor_key text, correlation_id uuid, causation_id uuid, hop int, traceparent text,
      reply_to text, expires_ms bigint, idempotency_key text, request_hash text)
  ), stored as (
    insert into messaging.outbox as o (
      id, kind, name, v, module, entity_id, organization_id, partition, payload, actor, actor_key, correlation_id,
      causation_id, hop, traceparent, reply_to, deadline, idempotency_key, request_hash)
    select w.id, 'command', w.name, w.v, w.module, w.entity_id, w.organization_id, w.partition, w.payload, w.actor,
      w.actor_key, w.correlation_id, w.causation_id, w.hop, w.traceparent, w.reply_to,
      clock_timestamp() + w.expires_ms * interval '1 ms', w.idempotency_key, decode(w.request_hash, 'hex')
    from wanted w order by w.ordinal
    on conflict do nothing
    returning o.id, o.seq, o.request_hash
  )
  select w.ordinal, s.id, s.seq, true, s.request_hash from wanted w join stored s on s.id = w.id;
  get diagnostics stored_rows = row_count;

  if stored_rows < jsonb_array_length(items) then
    return query
    select w.ordinal, o.id, o.seq, false, o.request_hash
    from jsonb_to_recordset(items) as w(ordinal int, id uuid) join messaging.outbox o on o.id = w.id;
    return query
    select w.ordinal, o.id, o.seq, false, o.request_hash
    from jsonb_to_recordset(items) as w(ordinal int, actor_key text, idempotency_key text)
    join messaging.outbox o on o.actor_key = w.actor_key and o.idempotency_key = w.idempotency_key;
  end if;

  perform pg_notify('foundry_outbox', '');
end $$;

-- Counts an attempt without waiting for the disk: a crash may lose the mark, never the command.
create function messaging.mark_attempts(ids uuid[], worker uuid)
returns table (id uuid, attempts int)
language plpgsql ${planned} as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  return query
  with held as (
    select o.seq from messaging.outbox o where o.id = any(ids) and o.settled_at is null order by o.seq for update
  )
  update messaging.outbox o
  set attempts = o.attempts + 1, started_at = clock_timestamp(), worker_id = worker
  from held where o.seq = held.seq
  returning o.id, o.attempts;
end $$;

-- Locks the mailboxes in one order and tells of each command: already settled, an elder waits, or its turn.
-- Without "wait", entities that another transaction holds are left out of the answer.
create function messaging.begin_work(ids uuid[], modules text[], entities text[], seqs bigint[], wait boolean)
returns table (id uuid, settled boolean, elder jsonb, attempts int, expired boolean, at timestamptz)
language plpgsql ${planned} as $$
declare
  locked text[];
begin
  if wait then
    with held as (
      select b.module, b.entity_id from messaging.mailbox b
      join unnest(modules, entities) as w(m, e) on b.module = w.m and b.entity_id = w.e
      order by b.module, b.entity_id for update of b
    ) select array_agg(h.module || ' ' || h.entity_id) into locked from held h;
  else
    with held as (
      select b.module, b.entity_id from messaging.mailbox b
      join unnest(modules, entities) as w(m, e) on b.module = w.m and b.entity_id = w.e
      order by b.module, b.entity_id for update of b skip locked
    ) select array_agg(h.module || ' ' || h.entity_id) into locked from held h;
  end if;

  -- First use of an entity: a row of ours that nobody else sees is a lock as well.
  if coalesce(cardinality(locked), 0) < cardinality(ids) then
    with made as (
      insert into messaging.mailbox (module, entity_id)
      select w.m, w.e from unnest(modules, entities) as w(m, e)
      where not exists (select 1 from messaging.mailbox b where b.module = w.m and b.entity_id = w.e)
      order by w.m, w.e
      on conflict do nothing
      returning module, entity_id
    ) select locked || array_agg(made.module || ' ' || made.entity_id) into locked from made;
  end if;

  -- A statement of its own: it must see what the former holder of a lock committed.
  return query
  select w.id, i.command_id is not null,
    (select to_jsonb(o) || jsonb_build_object('seq', o.seq::text, 'organization_id', o.organization_id::text)
      from messaging.outbox o where o.kind = 'command' and o.settled_at is null
      and o.module = w.m and o.entity_id = w.e and o.seq < w.seq order by o.seq limit 1),
    own.attempts, coalesce(own.deadline < clock_timestamp(), false), clock_timestamp()
  from unnest(ids, modules, entities, seqs) as w(id, m, e, seq)
  left join messaging.inbox i on i.command_id = w.id
  left join messaging.outbox own on own.seq = w.seq
  where w.m || ' ' || w.e = any(locked);
end $$;

-- Keeps what a batch of commands did: outcomes, what they sent and told, effects, dead letters.
create function messaging.settle(
  worker uuid, outcomes jsonb, sent jsonb, frames jsonb, effects jsonb, letters jsonb)
returns void language plpgsql ${planned} as $$
begin
  insert into messaging.inbox (command_id, module, entity_id, organization_id, outcome, code, rejection_kind, message,
    result, attempts, started_at, finished_at, ms, worker_id)
  select s.id, s.module, s.entity_id, s.organization_id, s.outcome, s.code, s.rejection_kind, s.message, s.result,
    greatest(s.attempts, 1), s.started_at, clock_timestamp(),
    extract(epoch from clock_timestamp() - s.started_at) * 1000, worker
  from jsonb_to_recordset(outcomes) as s(id uuid, module text, entity_id text, organization_id bigint, outcome text,
    code text, rejection_kind text, message text, result jsonb, attempts int, started_at timestamptz);

  -- What was handled was on the wire: where the relay has not said so yet, it need not any more.
  with held as (
    select o.seq from messaging.outbox o join jsonb_to_recordset(outcomes) as s(seq bigint) on o.seq = s.seq
    order by o.seq for update of o
  )
  update messaging.outbox o
  set settled_at = clock_timestamp(), published_at = coalesce(o.published_at, clock_timestamp())
  from held where o.seq = held.seq;

  update messaging.mailbox b set last_seq = greatest(b.last_seq, s.seq), handled = b.handled + 1
  from jsonb_to_recordset(outcomes) as s(module text, entity_id text, seq bigint)
  where b.module = s.module and b.entity_id = s.entity_id;

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
