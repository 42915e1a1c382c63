import { Database, type Finding, HealthCheck } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';

/** `/readyz` is degraded while a chain is known to be broken. */
@Injectable()
export class AuditCheck extends HealthCheck {
  readonly name = 'audit';

  constructor(private readonly database: Database) {
    super();
  }

  async check(): Promise<Finding> {
    const broken = await this.database.sql`select 1 from audit_log.heads where verified_fault is not null limit 1`;
    if (broken.length === 0) return { status: 'ok' };
    return { status: 'degraded', hint: 'A chain of the audit log is broken; run npm run audit:verify.' };
  }
}
