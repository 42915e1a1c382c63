/** The kernel's tables (messaging, section 3). */
export const tables = `
create schema if not exists messaging;

-- Everything sent. Rows change only in the columns after "published_at"; the free space keeps those changes on the page.
create table messaging.outbox (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  kind text not null check (kind in ('command', 'event', 'effect')),
  name text not null,
  v int not null,
  module text not null,
  entity_id text not null,
  organization_id bigint,
  partition int,
  payload jsonb not null,
  actor jsonb not null,
  actor_key text not null,
  correlation_id uuid not null,
  causation_id uuid,
  hop int not null,
  traceparent text,
  reply_to text,
  deadline timestamptz,
  accepted_at timestamptz not null default clock_timestamp(),
  frames jsonb,
  idempotency_key text,
  request_hash bytea,
  retry_of uuid,
  published_at timestamptz,
  attempts int not null default 0,
  started_at timestamptz,
  worker_id uuid,
  settled_at timestamptz
) with (fillfactor = 70);
create index outbox_unpublished on messaging.outbox (seq) where published_at is null;
create index outbox_unsettled on messaging.outbox (module, entity_id, seq) where kind = 'command' and settled_at is null;
create index outbox_entity on messaging.outbox (module, entity_id, seq desc);
create index outbox_correlation on messaging.outbox (correlation_id, seq);
create index outbox_causation on messaging.outbox (causation_id);
create unique index outbox_idempotency on messaging.outbox (actor_key, idempotency_key) where idempotency_key is not null;

-- One row for each settled command: what makes a second delivery harmless.
create table messaging.inbox (
  command_id uuid primary key,
  module text not null,
  entity_id text not null,
  organization_id bigint,
  outcome text not null check (outcome in ('handled', 'rejected', 'expired', 'cancelled', 'dead', 'discarded')),
  code text,
  rejection_kind text,
  message text,
  result jsonb,
  attempts int not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  ms int not null,
  worker_id uuid
);
create index inbox_entity on messaging.inbox (module, entity_id, finished_at desc);
create index inbox_organization on messaging.inbox (organization_id, finished_at desc);

-- The row is the lock of its entity.
create table messaging.mailbox (
  module text not null,
  entity_id text not null,
  last_seq bigint not null default 0,
  handled bigint not null default 0,
  primary key (module, entity_id)
) with (fillfactor = 70);

create table messaging.effect (
  id uuid primary key,
  name text not null,
  v int not null,
  module text not null,
  entity_id text not null,
  organization_id bigint,
  payload jsonb not null,
  exclusive_key text,
  state text not null check (state in ('requested', 'running', 'waiting', 'succeeded', 'gave_up', 'cancelled')),
  attempt int not null default 0,
  max_attempts int,
  deadline timestamptz not null,
  next_attempt_at timestamptz not null default now(),
  fence bigint not null default 0,
  lease_owner uuid,
  lease_until timestamptz,
  progress jsonb,
  signals jsonb not null default '[]',
  last_code text,
  last_error text,
  requested_by uuid not null,
  correlation_id uuid not null,
  on_behalf_of text,
  hop int not null,
  traceparent text,
  report_id uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
) with (fillfactor = 70);
create index effect_due on messaging.effect (next_attempt_at) where state in ('requested', 'waiting');
create index effect_lapsed on messaging.effect (lease_until) where state = 'running';
create index effect_entity on messaging.effect (module, entity_id, created_at desc);
create unique index effect_exclusive on messaging.effect (exclusive_key) where state = 'running';

create table messaging.dead_letter (
  id uuid primary key,
  source text not null check (source in ('command', 'effect', 'reaction', 'broker')),
  module text not null,
  organization_id bigint,
  envelope jsonb,
  raw bytea check (length(raw) <= 65536),
  code text not null,
  message text not null,
  stack text,
  attempts int not null,
  died_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'retried', 'discarded')),
  resolved_by text,
  resolved_at timestamptz,
  retried_as uuid,
  reason text
);
create index dead_letter_state on messaging.dead_letter (state, died_at desc);

create table messaging.schedule (
  key text primary key,
  name text not null,
  v int not null,
  module text not null,
  entity_id text not null,
  organization_id bigint,
  payload jsonb not null,
  due_at timestamptz not null,
  every interval,
  last_run_at timestamptz,
  last_command_id uuid
);
create index schedule_due on messaging.schedule (due_at);

create table messaging.process (
  id uuid primary key,
  kind text not null check (kind in ('api', 'worker')),
  host text not null,
  pid int not null,
  version text not null,
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  draining boolean not null default false
) with (fillfactor = 70);

create table messaging.partition_holder (
  module text not null,
  partition int not null,
  first uuid,
  second uuid,
  consuming_since timestamptz,
  primary key (module, partition)
);

-- How many partitions each module began with; another number needs a repartition.
create table messaging.partitioning (module text primary key, partitions int not null check (partitions > 0));

create table messaging.topic (topic text primary key, version bigint not null) with (fillfactor = 50);
create unlogged table messaging.topic_delta (
  topic text not null,
  version bigint not null,
  type text not null,
  data jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (topic, version)
);
create index topic_delta_at on messaging.topic_delta (at);
`;
