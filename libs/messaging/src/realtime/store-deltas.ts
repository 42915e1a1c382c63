import { z } from 'zod';
import type { Delta, Frame } from '../contracts/index.js';
import type { SqlRunner } from '../database/sql.js';

const Bumped = z.array(z.object({ topic: z.string(), version: z.coerce.number() }));

/**
 * Gives frames their versions and keeps them as deltas, in the caller's transaction. Topics are taken in the order of
 * their names, so that two transactions never wait for each other. Answers the deltas by topic, in version order.
 */
export async function storeDeltas(sql: SqlRunner, frames: readonly Frame[]): Promise<Map<string, Delta[]>> {
  if (frames.length === 0) return new Map();
  const topics = [...new Set(frames.map(({ topic }) => topic))].sort();
  const counts = topics.map((topic) => frames.filter((frame) => frame.topic === topic).length);
  const heads = Bumped.parse(
    await sql`
      insert into messaging.topic as t (topic, version)
      select w.topic, w.count from unnest(${topics}::text[], ${counts}::bigint[]) as w(topic, count) order by w.topic
      on conflict (topic) do update set version = t.version + excluded.version
      returning t.topic, t.version`,
  );
  const deltas = new Map(
    heads.map(({ topic, version }) => {
      const own = frames.filter((frame) => frame.topic === topic);
      const first = version - own.length + 1;
      return [topic, own.map(({ type, data }, index): Delta => ({ topic, type, data, version: first + index }))];
    }),
  );
  await sql`
    insert into messaging.topic_delta (topic, version, type, data)
    select d.topic, d.version, d.type, d.data from jsonb_to_recordset(${JSON.stringify([...deltas.values()].flat())}::jsonb)
      as d(topic text, version bigint, type text, data jsonb)`;
  return deltas;
}
