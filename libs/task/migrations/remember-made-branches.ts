import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the branch of a task came to GitHub by the work on it: only such a branch is deleted with the task. */
export class RememberMadeBranches1764300000400 implements MigrationInterface {
  readonly name = 'RememberMadeBranches1764300000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task.tasks add column branch_made boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task.tasks drop column branch_made`);
  }
}
