import { z } from 'zod';
import { Delta } from '../contracts/index.js';
import type { Database } from '../database/database.js';
import { TopicLog } from './event-stream.js';

const MOST_DELTAS = 2_000;
const MOST_BYTES = 1024 * 1024;

const VersionRow = z.object({ topic: z.string(), version: z.coerce.number() });
const DeltaRow = z.object({
  topic: z.string(),
  version: z.coerce.number(),
  type: z.string(),
  data: z.unknown(),
  bytes: z.number(),
});

/** Topic versions and kept deltas, as the writing transactions left them. */
export class StoredTopics extends TopicLog {
  constructor(private readonly database: Database) {
    super();
  }

  async versions(topics: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.sql`select topic, version from messaging.topic where topic = any(${topics})`;
    const stored = new Map(rows.map((row) => VersionRow.parse(row)).map(({ topic, version }) => [topic, version]));
    return new Map(topics.map((topic) => [topic, stored.get(topic) ?? 0]));
  }

  async since(topic: string, since: number): Promise<Delta[] | null> {
    const found = await this.database.sql`
      select topic, version, type, data, length(data::text) as bytes from messaging.topic_delta
      where topic = ${topic} and version > ${since} order by version limit ${MOST_DELTAS + 1}`;
    const rows = found.map((row) => DeltaRow.parse(row));
    const head = (await this.versions([topic])).get(topic) ?? 0;
    const whole = rows.length <= MOST_DELTAS && rows.reduce((sum, { bytes }) => sum + bytes, 0) <= MOST_BYTES;
    const gapless = rows.every(({ version }, index) => version === since + 1 + index);
    // Rows that were committed after the first read are deltas of their own; only a hole below the head is a loss.
    const reaches = rows.length > 0 || head <= since;
    return whole && gapless && reaches ? rows.map((row) => Delta.parse(row)) : null;
  }
}
