import { z } from 'zod';
import type { Database } from '../database/database.js';
import type { Metrics } from '../metrics/metrics.js';
import { StoredCount } from './stored.js';

const Outbox = z.tuple([z.object({ rows: StoredCount, seconds: StoredCount })]);
const Letters = z.tuple([z.object({ rows: StoredCount })]);
const Effects = z.array(z.object({ state: z.enum(['requested', 'running', 'waiting']), rows: StoredCount }));

/** Sets the gauges that only the database knows: what is not on the wire, open dead letters and open effects. */
export async function sampleGauges(
  database: Pick<Database, 'sql'>,
  metrics: Pick<Metrics, 'unpublished' | 'oldest' | 'deadLetters' | 'effectsOpen'>,
): Promise<void> {
  const [outbox, letters, effects] = await Promise.all([
    database.sql`
      select count(*) as rows, coalesce(extract(epoch from clock_timestamp() - min(accepted_at)), 0)::float8 as seconds
      from messaging.outbox where published_at is null`,
    database.sql`select count(*) as rows from messaging.dead_letter where state = 'open'`,
    // Two parts, so that each is found by its partial index.
    database.sql`
      select state, count(*) as rows from messaging.effect where state in ('requested', 'waiting') group by state
      union all select state, count(*) as rows from messaging.effect where state = 'running' group by state`,
  ]);
  const [{ rows, seconds }] = Outbox.parse(outbox);
  metrics.unpublished.set(rows);
  metrics.oldest.set(Math.max(0, seconds));
  metrics.deadLetters.set(Letters.parse(letters)[0].rows);
  const open = new Map(Effects.parse(effects).map((row) => [row.state, row.rows]));
  for (const state of ['requested', 'running', 'waiting'] as const)
    metrics.effectsOpen.set({ state }, open.get(state) ?? 0);
}
