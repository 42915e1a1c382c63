import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** What pruning must leave alone, however old it is: a command that waits, and one that an open dead letter is about. */
export interface Kept {
  unsettled: string;
  dead: string;
}

/** Rows at a time: a statement of a few seconds. */
const BATCH = 50_000;

/** Fills outbox and inbox with `count` commands that were settled 400 days ago, and with the two that stay. */
export async function fillWithOldRows(database: pg.Client, count: number): Promise<Kept> {
  for (let done = 0; done < count; done += BATCH) {
    await database.query(
      `with sent as (
         insert into messaging.outbox (id, kind, name, v, module, entity_id, payload, actor, actor_key, correlation_id, hop,
           accepted_at, published_at, settled_at)
         select gen_random_uuid(), 'command', 'bench.record', 1, 'bench', 'old' || (n % 10000),
           '{"entityId": "old", "note": "a durable row"}', '{"kind": "system", "module": "bench"}', 'system:bench',
           gen_random_uuid(), 0, now() - interval '400 days', now() - interval '400 days', now() - interval '400 days'
         from generate_series(1, $1::int) n returning id, entity_id)
       insert into messaging.inbox (command_id, module, entity_id, outcome, attempts, started_at, finished_at, ms)
       select id, 'bench', entity_id, 'handled', 1, now() - interval '400 days', now() - interval '400 days', 1 from sent`,
      [Math.min(BATCH, count - done)],
    );
  }
  const kept = { unsettled: randomUUID(), dead: randomUUID() };
  for (const [id, settled] of [
    [kept.unsettled, false],
    [kept.dead, true],
  ]) {
    await database.query(
      `insert into messaging.outbox (id, kind, name, v, module, entity_id, payload, actor, actor_key, correlation_id, hop,
         accepted_at, published_at, settled_at)
       values ($1, 'command', 'bench.record', 1, 'bench', $3, '{}', '{"kind": "system", "module": "bench"}', 'system:bench',
         gen_random_uuid(), 0, now() - interval '400 days', now() - interval '400 days',
         case when $2 then now() - interval '400 days' end)`,
      [id, settled, `kept ${String(id)}`],
    );
  }
  await database.query(
    `insert into messaging.dead_letter (id, source, module, envelope, code, message, attempts, died_at)
     values ($1, 'command', 'bench', '{}', 'internal', 'old and open', 1, now() - interval '400 days')`,
    [kept.dead],
  );
  await database.query('analyze messaging.outbox, messaging.inbox');
  return kept;
}

/** How many old rows are left, those that stay among them. */
export async function oldRowsLeft(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ left: number }>(
    `select count(*)::int as left from messaging.outbox where accepted_at < now() - interval '100 days'`,
  );
  return rows[0]?.left ?? 0;
}

/** Whether a run is under way or waits for its turn. */
export async function isPruning(database: pg.Client): Promise<boolean> {
  const { rowCount } = await database.query(
    `select 1 from messaging.effect where name = 'messaging.prune' and state in ('requested', 'running', 'waiting')`,
  );
  return rowCount !== 0;
}
