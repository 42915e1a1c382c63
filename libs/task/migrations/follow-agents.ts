import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a turn has read its agent, what an agent said when it started, and the commands that it offers. */
export class FollowAgents1764300000250 implements MigrationInterface {
  readonly name = 'FollowAgents1764300000250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task.turns
      add column connection text,
      add column skip_text integer not null default 0,
      add column inside text,
      add column agent_cost jsonb`);
    await runner.query(`alter table task.sessions
      add column agent_facts jsonb,
      add column commands jsonb not null default '[]'`);
    await runner.query(`create index turns_connection on task.turns (connection) where connection is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task.turns
      drop column connection, drop column skip_text, drop column inside, drop column agent_cost`);
    await runner.query(`alter table task.sessions drop column agent_facts, drop column commands`);
  }
}
