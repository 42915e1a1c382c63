import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was answered to the id of each creation, so that the same one again gets the same answer. */
export class KeepTaskCreations1764000000240 implements MigrationInterface {
  readonly name = 'KeepTaskCreations1764000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization.task_creations (
        asked_id uuid primary key,
        organization_id bigint not null,
        content_hash text not null,
        answer jsonb not null,
        created_at timestamptz not null
      )`);
    await runner.query(`create index task_creations_age on organization.task_creations (created_at)`);
    await runner.query(`alter table organization.organizations add profile_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table organization.organizations drop profile_at`);
    await runner.query(`drop table organization.task_creations`);
  }
}
