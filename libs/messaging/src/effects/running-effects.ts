import { z } from 'zod';
import type { Database } from '../database/database.js';

const Ids = z.array(z.object({ id: z.string() }));

/** Which effects have a holder now: for what was lent to one and must not outlive it. */
export class RunningEffects {
  constructor(private readonly database: Database) {}

  /** Those of the effects that a worker holds at this moment; unknown ids are not among them. */
  async of(effectIds: readonly string[]): Promise<Set<string>> {
    if (effectIds.length === 0) return new Set();
    const rows = await this.database.sql`
      select id from messaging.effect where id = any(${effectIds}::uuid[]) and state = 'running'`;
    return new Set(Ids.parse(rows).map(({ id }) => id));
  }
}
