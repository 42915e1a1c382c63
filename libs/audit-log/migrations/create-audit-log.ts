import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The chains. Entries, details and checkpoints are append-only: the product's role has no right to change them, and
 * triggers refuse it to every role but `foundry_maintenance`, which only the offline tools take on.
 */
export class CreateAuditLog1795219200000 implements MigrationInterface {
  readonly name = 'CreateAuditLog1795219200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ROLE, ...TABLES, ...INDEXES, ...VIEW, ...GUARDS, ...MAINTENANCE])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema audit_log cascade');
  }
}

/** Roles belong to the whole server, so another database may have made it already, or may be making it now. */
const ROLE = [
  `do $$ begin
    if not exists (select from pg_roles where rolname = 'foundry_maintenance') then
      create role foundry_maintenance nologin;
    end if;
  exception
    when duplicate_object or unique_violation then null;
    when insufficient_privilege then
      raise exception 'The role foundry_maintenance is missing and % may not create it.', current_user
        using hint = 'As a superuser run: create role foundry_maintenance nologin; and grant it to the role of the migrations.';
  end $$`,
  `do $$ begin
    if not pg_has_role(current_user, 'foundry_maintenance', 'MEMBER') then
      execute format('grant foundry_maintenance to %I', current_user);
    end if;
  exception when insufficient_privilege then
    raise exception '% is not a member of foundry_maintenance.', current_user
      using hint = format('As a superuser run: grant foundry_maintenance to %I;', current_user);
  end $$`,
];

const TABLES = [
  'create schema if not exists audit_log',
  `create table audit_log.entries (
    stream_id bigint not null,
    seq bigint not null check (seq > 0),
    entry_id uuid not null,
    v int not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    kind varchar(80) not null,
    outcome text not null check (outcome in ('done', 'refused')),
    code text,
    actor_kind text not null check (actor_kind in ('user', 'agent', 'system', 'github')),
    actor_id text not null,
    on_behalf_of text,
    via text not null check (via in ('session', 'api_token', 'webhook', 'schedule', 'reaction')),
    command_id uuid not null,
    correlation_id uuid not null,
    subject_type text not null,
    subject_id text not null,
    task_id uuid,
    repository_id bigint,
    branch text,
    details_digest bytea not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (stream_id, seq),
    unique (stream_id, entry_id)
  )`,
  `create table audit_log.details (
    stream_id bigint not null,
    seq bigint not null,
    salt bytea check (octet_length(salt) = 16),
    data jsonb,
    erased_by uuid,
    primary key (stream_id, seq)
  )`,
  `create table audit_log.heads (
    stream_id bigint primary key,
    seq bigint not null,
    hash bytea not null,
    signature bytea not null,
    key_id text not null,
    updated_at timestamptz not null,
    verified_seq bigint,
    verified_at timestamptz,
    verified_fault text
  ) with (fillfactor = 50)`,
  `create table audit_log.checkpoints (
    stream_id bigint not null,
    seq bigint not null,
    hash bytea not null,
    at timestamptz not null,
    signature bytea not null,
    key_id text not null,
    primary key (stream_id, seq)
  )`,
];

/** One for each filter of the list. */
const INDEXES = [
  'create index on audit_log.entries (stream_id, task_id, seq desc) where task_id is not null',
  'create index on audit_log.entries (stream_id, repository_id, seq desc) where repository_id is not null',
  'create index on audit_log.entries (stream_id, actor_id, seq desc)',
  'create index on audit_log.entries (stream_id, kind, seq desc)',
  'create index on audit_log.entries (stream_id, correlation_id)',
  'create index on audit_log.entries (stream_id, occurred_at desc, seq desc)',
  'create index on audit_log.entries (stream_id, branch, seq desc) where branch is not null',
  'create index on audit_log.entries (stream_id, subject_type, subject_id, seq desc)',
  `create index on audit_log.entries (stream_id, seq desc) where outcome = 'refused'`,
  `create index on audit_log.entries (stream_id, seq desc) where recorded_at - occurred_at > interval '24 hours'`,
  'create index on audit_log.heads (stream_id) where verified_fault is not null',
];

/** An entry in the form that its hash covers, with its details: what verifier, export and list read. */
const VIEW = [
  `create view audit_log.chain as
  select e.stream_id, e.seq, e.entry_id, e.occurred_at, e.recorded_at, e.kind, e.outcome, e.actor_id, e.correlation_id,
    e.subject_type, e.subject_id, e.task_id, e.repository_id, e.branch,
    json_build_object(
      'stream_id', e.stream_id::text, 'seq', e.seq::text, 'entry_id', e.entry_id, 'v', e.v,
      'occurred_at', to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'kind', e.kind, 'outcome', e.outcome, 'code', e.code, 'actor_kind', e.actor_kind, 'actor_id', e.actor_id,
      'on_behalf_of', e.on_behalf_of, 'via', e.via, 'command_id', e.command_id, 'correlation_id', e.correlation_id,
      'subject_type', e.subject_type, 'subject_id', e.subject_id, 'task_id', e.task_id,
      'repository_id', e.repository_id::text, 'branch', e.branch, 'details_digest', encode(e.details_digest, 'hex'),
      'previous_hash', encode(e.previous_hash, 'hex'), 'hash', encode(e.hash, 'hex')
    ) as entry,
    case when d.seq is not null then
      json_build_object('salt', encode(d.salt, 'hex'), 'data', d.data, 'erased_by', d.erased_by)
    end as details
  from audit_log.entries e left join audit_log.details d on d.stream_id = e.stream_id and d.seq = e.seq`,
];

const APPEND_ONLY = ['entries', 'details', 'checkpoints'];

/** Superusers are refused too; one who drops the trigger is found by the verifier. */
const GUARDS = [
  `create function audit_log.refuse_change() returns trigger language plpgsql as $$
  begin
    if current_user = 'foundry_maintenance' then return null; end if;
    raise exception 'audit_log.% is append-only; % is refused.', tg_table_name, lower(tg_op)
      using errcode = 'insufficient_privilege', hint = 'Use npm run audit:erase or npm run audit:prune.';
  end $$`,
  ...APPEND_ONLY.map(
    (table) => `create trigger append_only before update or delete or truncate on audit_log.${table}
      for each statement execute function audit_log.refuse_change()`,
  ),
];

const MAINTENANCE = [
  'grant usage on schema audit_log to foundry_maintenance',
  'grant select on all tables in schema audit_log to foundry_maintenance',
  'grant insert on audit_log.entries, audit_log.details, audit_log.checkpoints to foundry_maintenance',
  'grant insert, update on audit_log.heads to foundry_maintenance',
  'grant update (salt, data, erased_by) on audit_log.details to foundry_maintenance',
  'grant delete on audit_log.entries, audit_log.details, audit_log.checkpoints to foundry_maintenance',
];
