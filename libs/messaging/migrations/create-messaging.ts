import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functions } from './functions.js';
import { tables } from './tables.js';

export class CreateMessaging1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(functions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema messaging cascade');
  }
}
