import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { type Finding, HealthCheck } from './health-check.js';

/** Older than this on the outbox, and nobody relays. Seconds. */
const OLDEST_SECONDS = 120;

const Oldest = z.tuple([z.object({ seconds: z.number() })]);

/** Whether what was accepted reaches the wire. */
@Injectable()
export class RelayCheck extends HealthCheck {
  readonly name = 'relay';

  constructor(private readonly database: Database) {
    super();
  }

  async check(): Promise<Finding> {
    const rows = await this.database.sql`
      select coalesce(extract(epoch from clock_timestamp() - min(accepted_at)), 0)::float8 as seconds
      from messaging.outbox where published_at is null`;
    const [{ seconds }] = Oldest.parse(rows);
    if (seconds <= OLDEST_SECONDS) return { status: 'ok' };
    return { status: 'failed', hint: 'Commands wait on the outbox; see that a worker runs and reaches the broker.' };
  }
}
