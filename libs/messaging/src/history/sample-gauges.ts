import type { Database } from '../database/database.js';
import type { Metrics } from '../metrics/metrics.js';

/** Placeholder of the lead: the inspector's author replaces the body, the signature stays. */
export async function sampleGauges(_database: Database, _metrics: Metrics): Promise<void> {
  await Promise.resolve();
}
