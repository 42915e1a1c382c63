import { z } from 'zod';
import type { SqlRunner } from '../database/sql.js';

const Removed = z.array(z.unknown());

/** Removes 1,000 rows at most whose time is over, and says how many; 0: nothing is left to do. */
export type PruneRows = (sql: SqlRunner) => Promise<number>;

const countOf = (rows: unknown[]): number => Removed.parse(rows).length;

/** Effects that ended 30 days ago, unless an open dead letter is about them. */
export const pruneEffects: PruneRows = async (sql) =>
  countOf(
    await sql`
      delete from messaging.effect where id in (
        select e.id from messaging.effect e
        where e.state in ('succeeded', 'gave_up', 'cancelled') and e.finished_at < now() - interval '30 days'
          and not exists (select 1 from messaging.dead_letter d
            where d.state = 'open' and (d.id = e.id or d.envelope->>'id' = e.id::text))
        limit 1000)
      returning 1`,
  );

/** Dead letters that somebody dealt with 90 days ago. */
export const pruneLetters: PruneRows = async (sql) =>
  countOf(
    await sql`
      delete from messaging.dead_letter where id in (
        select id from messaging.dead_letter
        where state <> 'open' and resolved_at < now() - interval '90 days' limit 1000)
      returning 1`,
  );

/** Deltas of topics older than 10 minutes. */
export const pruneOldDeltas: PruneRows = async (sql) =>
  countOf(
    await sql`
      delete from messaging.topic_delta where (topic, version) in (
        select topic, version from messaging.topic_delta where at < now() - interval '10 minutes' limit 1000)
      returning 1`,
  );

/** Deltas beyond the last 2,000 of their topic. */
export const pruneSurplusDeltas: PruneRows = async (sql) =>
  countOf(
    await sql`
      delete from messaging.topic_delta where (topic, version) in (
        select d.topic, d.version from messaging.topic t
        join messaging.topic_delta d on d.topic = t.topic and d.version <= t.version - 2000
        where t.version > 2000 limit 1000)
      returning 1`,
  );
