import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The copy of what GitHub knows, and the work of keeping it true. No token is in any of these tables. */
export class CreateGithubData1764000000500 implements MigrationInterface {
  readonly name = 'CreateGithubData1764000000500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema github_data cascade`);
  }
}

const STATEMENTS = [
  `create schema if not exists github_data`,
  `create table github_data.accounts (
    organization_id bigint primary key,
    kind text not null check (kind in ('company', 'personal')),
    login text not null,
    name text,
    avatar_url text,
    installation_status text not null default 'not_installed',
    sync_status text not null default 'never',
    last_synced_at timestamptz,
    last_delivery_at timestamptz,
    last_delivery_event text,
    members_checked_at timestamptz,
    quiet_checked_at timestamptz,
    error_code text,
    error_text text,
    version integer not null default 1
  )`,
  `create table github_data.installations (
    installation_id bigint primary key,
    organization_id bigint not null,
    state text not null check (state in ('active', 'suspended', 'deleted')),
    repository_selection text not null,
    permissions jsonb not null,
    events jsonb not null,
    installed_by bigint,
    observed_at timestamptz not null,
    version integer not null
  )`,
  `create unique index installations_present on github_data.installations (organization_id) where state <> 'deleted'`,
  `create table github_data.repositories (
    organization_id bigint not null,
    repository_id bigint not null,
    full_name text not null,
    private boolean not null,
    archived boolean not null default false,
    fork boolean not null default false,
    default_branch text not null default 'main',
    open_issues integer not null default 0,
    pushed_at timestamptz,
    github_updated_at timestamptz,
    state text not null check (state in ('available', 'removed')),
    removed_at timestamptz,
    observed_at timestamptz not null,
    pulls_synced_at timestamptz,
    sync_error text,
    version integer not null,
    primary key (organization_id, repository_id)
  )`,
  `create index repositories_name on github_data.repositories (organization_id, lower(full_name))`,
  `create index repositories_pushed on github_data.repositories (organization_id, state, pushed_at desc)`,
  `create table github_data.pull_requests (
    organization_id bigint not null,
    repository_id bigint not null,
    number integer not null,
    title text not null,
    body text not null,
    state text not null check (state in ('open', 'closed', 'merged')),
    draft boolean not null,
    url text not null,
    head_branch text not null,
    head_sha text not null,
    head_repository_id bigint,
    base_branch text not null,
    author_id bigint,
    author_login text not null,
    author_avatar_url text,
    author_association text not null,
    labels jsonb not null,
    reviews jsonb not null default '{}',
    review text not null default 'none',
    checks text not null default 'none',
    watched boolean not null default false,
    created_at timestamptz not null,
    github_updated_at timestamptz not null,
    closed_at timestamptz,
    closed_by text check (closed_by in ('github', 'vanished', 'removal')),
    merged_at timestamptz,
    content_hash text not null,
    observed_at timestamptz not null,
    version integer not null,
    primary key (organization_id, repository_id, number)
  )`,
  `create index pull_requests_state on github_data.pull_requests (organization_id, state, github_updated_at desc)`,
  `create index pull_requests_head on github_data.pull_requests (organization_id, repository_id, head_sha)`,
  `create table github_data.members (
    organization_id bigint not null,
    user_id bigint not null,
    login text not null,
    name text,
    avatar_url text,
    role text not null check (role in ('admin', 'member')),
    primary key (organization_id, user_id)
  )`,
  `create table github_data.repository_access (
    organization_id bigint not null,
    user_id bigint not null,
    repository_id bigint not null,
    permission text not null,
    checked_at timestamptz not null,
    stale boolean not null default false,
    primary key (organization_id, user_id, repository_id)
  )`,
  `create table github_data.discoveries (
    user_id bigint primary key,
    state text not null check (state in ('running', 'done', 'failed')),
    started_at timestamptz not null,
    deadline_at timestamptz not null,
    finished_at timestamptz,
    reason text,
    version integer not null
  )`,
  `create table github_data.sync_runs (
    run_id uuid primary key,
    organization_id bigint not null,
    trigger text not null,
    requested_by text,
    scope jsonb not null,
    context jsonb not null,
    state text not null,
    phase text not null,
    done integer not null default 0,
    total integer,
    failed integer not null default 0,
    cursor jsonb not null,
    not_before timestamptz,
    waiting_reason text,
    heartbeat_at timestamptz not null,
    announced_at timestamptz,
    requests integer not null default 0,
    requested_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    error_code text,
    error_text text
  )`,
  `create unique index sync_runs_running on github_data.sync_runs (organization_id) where state = 'running'`,
  `create unique index sync_runs_queued on github_data.sync_runs (organization_id) where state = 'queued'`,
  `create index sync_runs_newest on github_data.sync_runs (organization_id, requested_at desc)`,
  // What the run saw, so that only its end compares it with what is known; and the list of what is left to do.
  `create table github_data.sync_run_repositories (
    run_id uuid not null,
    repository_id bigint not null,
    state text not null check (state in ('waiting', 'listed', 'skipped', 'failed')),
    numbers integer[],
    observed_at timestamptz,
    error text,
    primary key (run_id, repository_id)
  )`,
  `create table github_data.sync_run_members (
    run_id uuid not null,
    user_id bigint not null,
    login text not null,
    avatar_url text,
    role text not null,
    primary key (run_id, user_id)
  )`,
  // Written under an effect's lease, read and dropped by the command that it sends: pages are too large for a queue.
  `create table github_data.sync_pages (
    run_id uuid not null,
    batch text not null,
    part integer not null,
    page jsonb not null,
    primary key (run_id, batch, part)
  )`,
  `create table github_data.webhook_deliveries (
    delivery_id text primary key,
    event text not null,
    action text,
    organization_id bigint,
    installation_id bigint,
    repository_id bigint,
    received_at timestamptz not null default now(),
    size integer not null,
    payload jsonb,
    state text not null check (state in ('received', 'processed', 'ignored', 'failed')),
    reason text,
    attempts integer not null default 0,
    processed_at timestamptz
  )`,
  `create index webhook_deliveries_newest on github_data.webhook_deliveries (organization_id, received_at desc)`,
  `create index webhook_deliveries_state on github_data.webhook_deliveries (state, received_at)`,
  `create table github_data.install_claims (
    nonce_hash text primary key,
    user_id bigint not null,
    installation_id bigint,
    state text not null check (state in ('offered', 'asked', 'accepted', 'refused')),
    reason text,
    expires_at timestamptz not null
  )`,
  `create table github_data.etags (
    organization_id bigint not null,
    request_key text not null,
    token_hash text not null,
    etag text not null,
    items bigint[] not null,
    next_page integer,
    total integer,
    checked_at timestamptz not null,
    primary key (organization_id, request_key)
  )`,
  `create table github_data.branches (
    organization_id bigint not null,
    repository_id bigint not null,
    name text not null,
    head_sha text,
    seen_at timestamptz not null,
    primary key (organization_id, repository_id, name)
  )`,
  `create table github_data.rate_budgets (
    budget_key text primary key,
    "limit" integer,
    remaining integer,
    reset_at timestamptz,
    blocked_until timestamptz,
    reason text,
    updated_at timestamptz not null
  )`,
];
