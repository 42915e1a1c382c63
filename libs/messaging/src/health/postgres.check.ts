import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type Finding, HealthCheck } from './health-check.js';

/** One read on the pool. */
@Injectable()
export class PostgresCheck extends HealthCheck {
  readonly name = 'postgres';

  constructor(private readonly database: Database) {
    super();
  }

  async check(): Promise<Finding> {
    await this.database.sql`select 1`;
    return { status: 'ok' };
  }
}
