import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose an entity is, once the last message that says so was pruned. */
export class KeepOwners1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table messaging.entity_owner (
        module text not null,
        entity_id text not null,
        organization_id bigint not null,
        primary key (module, entity_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table messaging.entity_owner');
  }
}
