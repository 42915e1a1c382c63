import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Machines of tasks. What opens a machine (address, token) is encrypted, and lies apart from what people may see. */
export class CreateSandbox1764200000100 implements MigrationInterface {
  readonly name = 'CreateSandbox1764200000100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema sandbox cascade`);
  }
}

const STATEMENTS = [
  `create schema if not exists sandbox`,
  // The label of every machine: two installations at one provider never touch each other's.
  `create table sandbox.instance (
    singleton boolean primary key default true check (singleton),
    instance_id uuid not null default gen_random_uuid()
  )`,
  `insert into sandbox.instance default values`,
  `create table sandbox.policies (
    organization_id bigint primary key,
    idle_minutes integer not null,
    providers jsonb not null,
    default_provider text
  )`,
  `create table sandbox.sandboxes (
    sandbox_id uuid primary key,
    organization_id bigint not null,
    task_id uuid not null,
    repository_id bigint not null,
    clone_url text not null,
    branch text not null,
    base_branch text not null,
    branch_mode text not null,
    requested_by bigint,
    provider text not null check (provider in ('e2b', 'docker', 'local')),
    isolation text,
    generation integer not null,
    state text not null check (state in ('requested', 'provisioning', 'starting', 'preparing', 'ready', 'degraded',
      'pausing', 'paused', 'resuming', 'expired', 'failed', 'destroying', 'destroyed')),
    state_since timestamptz not null,
    step text,
    step_id uuid,
    step_effect_id uuid,
    deadline_at timestamptz,
    failed_state text,
    plan text,
    next_provider text,
    error_code text,
    error_text text,
    notice_code text,
    notice_text text,
    expires_at timestamptz,
    max_life boolean not null default false,
    idle_minutes integer not null,
    idle_at timestamptz,
    last_activity_at timestamptz not null,
    on_expired text not null check (on_expired in ('recreate', 'destroy')),
    home_path text,
    repo_path text,
    repo_state text not null,
    repo_code text,
    trusted boolean not null,
    agents jsonb,
    agents_at timestamptz,
    disk_used_mb integer,
    holds jsonb not null default '[]',
    watch_id uuid,
    watch_effect_id uuid,
    credential_state text not null,
    credential_user_id bigint,
    credential_login text,
    credential_mode text,
    credential_expires_at timestamptz,
    credential_lease_id uuid,
    credential_code text,
    credential_attempt_id uuid,
    credential_effect_id uuid,
    credential_needs jsonb not null default '[]',
    checkpoint_number integer not null default 0,
    last_checkpoint jsonb,
    restore_checkpoint_id uuid,
    destroy_attempts integer not null default 0,
    version integer not null,
    created_at timestamptz not null,
    destroyed_at timestamptz
  )`,
  `create unique index sandboxes_task on sandbox.sandboxes (task_id) where state <> 'destroyed'`,
  `create index sandboxes_task_newest on sandbox.sandboxes (task_id, created_at desc)`,
  `create index sandboxes_deadline on sandbox.sandboxes (state, deadline_at)`,
  `create index sandboxes_idle on sandbox.sandboxes (idle_at) where state = 'ready'`,
  `create index sandboxes_organization on sandbox.sandboxes (organization_id, state)`,
  `create index sandboxes_credential on sandbox.sandboxes (credential_user_id) where credential_state <> 'none'`,
  // One machine each. provider_ref is no secret by itself, and yet shown to nobody.
  `create table sandbox.generations (
    machine text primary key,
    sandbox_id uuid not null,
    generation integer not null,
    provider text not null,
    provider_ref text,
    connection bytea,
    agent_token bytea,
    key_id text,
    created_at timestamptz not null default now(),
    ready_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    running_seconds integer not null default 0,
    unique (sandbox_id, generation)
  )`,
  `create table sandbox.processes (
    process_id uuid primary key,
    organization_id bigint not null,
    sandbox_id uuid not null,
    generation integer not null,
    remote_id text,
    title text not null,
    argv jsonb not null,
    shown_argv jsonb not null,
    cwd text not null,
    tty boolean not null,
    status text not null check (status in ('starting', 'running', 'exited', 'failed', 'lost')),
    exit_code integer,
    signal text,
    pid integer,
    origin text not null check (origin in ('user', 'setup')),
    created_by bigint,
    created_at timestamptz not null,
    exited_at timestamptz,
    error_code text,
    version integer not null
  )`,
  `create unique index processes_remote on sandbox.processes (sandbox_id, generation, remote_id)
    where remote_id is not null`,
  `create index processes_newest on sandbox.processes (sandbox_id, created_at desc)`,
  `create table sandbox.checkpoints (
    checkpoint_id uuid primary key,
    sandbox_id uuid not null,
    task_id uuid not null,
    generation integer not null,
    number integer not null,
    reason text not null,
    head_sha text not null,
    tree_sha text not null,
    commit_sha text not null,
    base_sha text,
    unpushed_commits integer not null,
    dirty boolean not null,
    stored text not null check (stored in ('bundle', 'remote_ref', 'machine_only')),
    bytes bigint not null,
    left_out jsonb not null,
    of_loss boolean not null default false,
    created_at timestamptz not null,
    unique (sandbox_id, number)
  )`,
  `create index checkpoints_task on sandbox.checkpoints (task_id, created_at desc)`,
  `create table sandbox.checkpoint_bundles (
    checkpoint_id uuid primary key,
    sandbox_id uuid not null,
    data bytea not null,
    key_id text not null,
    created_at timestamptz not null default now()
  )`,
  `create table sandbox.variables (
    variable text primary key,
    organization_id bigint not null,
    repository_id bigint,
    name text not null,
    value bytea not null,
    key_id text not null,
    secret boolean not null,
    last4 text not null,
    tested_at timestamptz,
    test_code text,
    updated_by bigint,
    updated_at timestamptz not null
  )`,
  `create unique index variables_name on sandbox.variables (organization_id, coalesce(repository_id, 0), name)`,
];
