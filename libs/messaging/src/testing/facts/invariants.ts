import { z } from 'zod';
import type { SqlRunner } from '../../database/sql.js';

/** One breach of an invariant (messaging, section 19). */
export interface Breach {
  invariant: string;
  what: string;
}

const Found = z.array(z.object({ what: z.string() }));

/** Looks at everything that was ever handled. An empty list: all invariants hold. */
export async function breaches(sql: SqlRunner): Promise<Breach[]> {
  const looks: Record<string, Promise<unknown[]>> = {
    'commands of one entity do not overlap': sql`
      select a.command_id || ' overlaps ' || b.command_id as what from messaging.inbox a
      join messaging.inbox b on a.module = b.module and a.entity_id = b.entity_id and a.command_id <> b.command_id
        and a.started_at < b.finished_at and b.started_at < a.finished_at and a.command_id < b.command_id
      where a.outcome in ('handled', 'rejected') and b.outcome in ('handled', 'rejected')`,
    'commands of one entity are settled in the order of their acceptance': sql`
      select id || ' came too late' as what from (
        select o.id, o.seq, max(o.seq) over (partition by i.module, i.entity_id order by i.finished_at) as highest
        from messaging.inbox i join messaging.outbox o on o.id = i.command_id
        where i.outcome in ('handled', 'rejected')) s where seq < highest`,
    'each settled command has one row in the inbox': sql`
      select coalesce(o.id, i.command_id) || ' has only one of the two' as what
      from (select * from messaging.outbox where kind = 'command' and settled_at is not null) o
      full join messaging.inbox i on i.command_id = o.id where o.id is null or i.command_id is null`,
    'an ended effect has exactly one report': sql`
      select e.id || ' has ' || count(o.id) || ' reports' as what from messaging.effect e
      left join messaging.outbox o on o.causation_id = e.id and o.kind = 'command'
      where e.state in ('succeeded', 'gave_up') group by e.id having count(o.id) <> 1`,
    'versions of a topic rise by one': sql`
      select topic || ' ' || version as what from (
        select topic, version, lag(version) over (partition by topic order by version) as before
        from messaging.topic_delta) d where before is not null and version <> before + 1`,
  };
  return collect(looks);
}

/** What the journal, which guards nothing itself, says about the kernel. */
export async function journalBreaches(sql: SqlRunner): Promise<Breach[]> {
  return collect({
    'a command takes effect once': sql`
      select command_id || ' wrote ' || count(*) || ' lines' as what from journal.entry
      group by command_id having count(*) > 1`,
    'lines of one journal do not overlap': sql`
      select a.command_id || ' overlaps ' || b.command_id as what from journal.entry a
      join journal.entry b on a.journal_id = b.journal_id and a.id < b.id
        and a.started_at < b.finished_at and b.started_at < a.finished_at`,
    'the runs of one journal do not overlap': sql`
      select a.command_id || ' in ' || a.pid || ' ran beside ' || b.command_id || ' in ' || b.pid as what
      from journal.run a join journal.run b on a.journal_id = b.journal_id and a.id < b.id
        and a.began < b.ended and b.began < a.ended`,
    'positions of one journal have no gap and no repeat': sql`
      select journal_id || ' ' || position as what from (
        select journal_id, position, row_number() over (partition by journal_id order by id) as expected
        from journal.entry) e where position <> expected`,
    'a call has at most one report': sql`
      select call_id || ' has ' || count(*) as what from journal.report group by call_id having count(*) > 1`,
    'no line is written under an old fence': sql`
      select l.call_id || ' fence ' || l.fence as what from journal.line l
      where l.fence < (select max(n.fence) from journal.line n where n.call_id = l.call_id and n.id < l.id)`,
  });
}

async function collect(looks: Record<string, Promise<unknown[]>>): Promise<Breach[]> {
  const found = await Promise.all(
    Object.entries(looks).map(async ([invariant, rows]) =>
      Found.parse(await rows).map(({ what }): Breach => ({ invariant, what })),
    ),
  );
  return found.flat();
}
