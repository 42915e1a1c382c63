import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the checks of a watched pull request were asked for last, so that none waits for an event that never comes. */
export class AddChecksAsked1764200000500 implements MigrationInterface {
  readonly name = 'AddChecksAsked1764200000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table github_data.pull_requests add column checks_asked_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table github_data.pull_requests drop column checks_asked_at`);
  }
}
