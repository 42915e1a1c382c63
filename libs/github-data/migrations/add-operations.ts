import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people asked Foundry to do at GitHub for them, and how it ended. No token is in it. */
export class AddOperations1764000000560 implements MigrationInterface {
  readonly name = 'AddOperations1764000000560';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table github_data.operations (
        operation_id uuid primary key,
        organization_id bigint not null,
        repository_id bigint not null,
        kind text not null check (kind in ('open', 'merge', 'close', 'mark_ready', 'delete_branch')),
        task_id uuid not null,
        requested_by bigint not null,
        input jsonb not null,
        state text not null check (state in ('running', 'succeeded', 'failed')),
        result jsonb,
        error jsonb,
        requested_at timestamptz not null,
        deadline_at timestamptz not null,
        finished_at timestamptz
      )`);
    await runner.query(`create index operations_task on github_data.operations (task_id)`);
    await runner.query(`create index pull_requests_watched on github_data.pull_requests
      (organization_id, repository_id, head_sha) where watched and state = 'open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index github_data.pull_requests_watched`);
    await runner.query(`drop table github_data.operations`);
  }
}
