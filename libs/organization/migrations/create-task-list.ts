import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of tasks: which branch belongs to which, the one row that every sidebar shows, and their pull requests. */
export class CreateTaskList1764000000200 implements MigrationInterface {
  readonly name = 'CreateTaskList1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization.task_index (
        task_id uuid primary key,
        organization_id bigint not null,
        repository_id bigint not null,
        branch text not null check (octet_length(branch) <= 255),
        head_key text not null,
        head_repository_id bigint,
        fork boolean not null,
        origin text not null check (origin in ('user', 'pull_request')),
        materialized_at timestamptz,
        released_at timestamptz,
        created_by bigint,
        created_at timestamptz not null
      )`);
    await runner.query(`create unique index task_index_head on organization.task_index
      (organization_id, repository_id, head_key) where released_at is null`);
    await runner.query(`
      create table organization.task_summaries (
        task_id uuid primary key,
        organization_id bigint not null,
        repository_id bigint not null,
        repository_name text not null,
        branch text not null,
        title text not null,
        title_source text not null check (title_source in ('pull_request', 'prompt', 'user')),
        virtual boolean not null,
        status text not null,
        status_reason text,
        archived_at timestamptz,
        archive_reason text,
        owner_user_id bigint,
        owner_login text,
        owner_avatar_url text,
        sessions jsonb not null,
        files_changed integer,
        lines_added integer,
        lines_removed integer,
        unpushed integer,
        pull_request jsonb,
        pull_request_count integer not null,
        branch_gone boolean not null,
        repository_available boolean not null,
        last_activity_at timestamptz not null,
        task_version bigint not null,
        version integer not null,
        created_at timestamptz not null
      )`);
    await runner.query(`create index task_summaries_activity on organization.task_summaries
      (organization_id, archived_at, last_activity_at desc, task_id)`);
    await runner.query(`create index task_summaries_repository on organization.task_summaries
      (organization_id, repository_id, last_activity_at desc, task_id)`);
    await runner.query(`
      create table organization.task_pull_requests (
        organization_id bigint not null,
        repository_id bigint not null,
        number integer not null,
        task_id uuid not null,
        state text not null check (state in ('open', 'closed', 'merged')),
        draft boolean not null,
        title text not null,
        url text not null,
        base_branch text not null,
        author_login text,
        checks text not null,
        review text not null,
        opened_at timestamptz not null,
        closed_at timestamptz,
        closed_by text,
        source_version bigint not null,
        version integer not null,
        primary key (organization_id, repository_id, number)
      )`);
    await runner.query(`create index task_pull_requests_task on organization.task_pull_requests (task_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table organization.task_pull_requests, organization.task_summaries, organization.task_index`,
    );
  }
}
