import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A webhook is answered after its payload is stored, and the usual compression is the most expensive part of that. Where
 * Postgres was built without lz4, payloads are compressed as before.
 */
export class CompressPayloads1764300000500 implements MigrationInterface {
  readonly name = 'CompressPayloads1764300000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$ begin
      alter table github_data.webhook_deliveries alter column payload set compression lz4;
    exception when feature_not_supported then null; end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table github_data.webhook_deliveries alter column payload set compression default`);
  }
}
