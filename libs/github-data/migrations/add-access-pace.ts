import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readings of what people may do, and how fast the budgets of GitHub are used. */
export class AddAccessPace1764100000510 implements MigrationInterface {
  readonly name = 'AddAccessPace1764100000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table github_data.access_readings (
        user_id bigint primary key,
        running_since timestamptz,
        again boolean not null default false,
        ended_at timestamptz,
        reason text
      )`);
    // Not logged: what it says is worth a minute, and a crash of the server takes longer than that to mend.
    await runner.query(`
      create unlogged table github_data.rate_paces (
        budget_key text primary key,
        minute timestamptz not null,
        points integer not null,
        points_before integer not null
      )`);
    await runner.query(`create index repository_access_person on github_data.repository_access (user_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index github_data.repository_access_person`);
    await runner.query(`drop table github_data.rate_paces`);
    await runner.query(`drop table github_data.access_readings`);
  }
}
