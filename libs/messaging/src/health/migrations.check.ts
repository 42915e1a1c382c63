import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { Kernel } from '../kernel/kernel.js';
import { type Finding, HealthCheck } from './health-check.js';

const Names = z.array(z.object({ name: z.string() }));

/** Whether the schemas are those of this release. A newer release's migrations are no fault: it is being rolled out. */
@Injectable()
export class MigrationsCheck extends HealthCheck {
  readonly name = 'migrations';

  constructor(
    private readonly database: Database,
    private readonly kernel: Kernel,
  ) {
    super();
  }

  async check(): Promise<Finding> {
    const rows = Names.parse(await this.database.sql`select name from foundry_migrations`);
    const run = new Set(rows.map(({ name }) => name));
    const missing = this.kernel.registry.manifests
      .flatMap(({ migrations }) => migrations)
      .some(({ name }) => !run.has(name));
    if (!missing) return { status: 'ok' };
    return { status: 'failed', hint: 'The database is older than this release; restart a process to migrate it.' };
  }
}
