import { z } from 'zod';
import type { SqlRunner } from '../database/sql.js';

const Window = z.array(
  z.object({ last: z.string().nullable(), seen: z.string(), commands: z.string(), messages: z.string() }),
);

export interface OutboxWindow {
  /** The last row that was looked at; null when there is none so old any more. */
  last: string | null;
  commands: number;
  messages: number;
}

/**
 * Looks at the next 1,000 rows of the outbox after `after` that are older than a week and removes those whose time is
 * over: commands and their outcomes after `days`, events after 7 days, the messages of ended effects after 30. Never a
 * row that is not settled, and never what an open dead letter is about. Whose an entity is stays known. Windows go up by `seq`, so rows that stay are
 * looked at once in a run.
 */
export async function pruneOutboxWindow(sql: SqlRunner, after: string, days: number): Promise<OutboxWindow> {
  const rows = await sql`
    with looked_at as (
      select seq, id, kind, settled_at from messaging.outbox
      where seq > ${after}::bigint and accepted_at < now() - interval '7 days' order by seq limit 1000
    ), over as (
      select l.seq, l.id, l.kind from looked_at l
      where l.settled_at is not null and l.settled_at < now() - case l.kind
          when 'command' then greatest(${days}::int, 7) * interval '1 day'
          when 'effect' then interval '30 days'
          else interval '7 days' end
        and not exists (select 1 from messaging.dead_letter d where d.state = 'open' and d.id = l.id)
        and not exists (select 1 from messaging.effect e
          where e.id = l.id and e.state in ('requested', 'running', 'waiting'))
    ), owners as (
      insert into messaging.entity_owner (module, entity_id, organization_id)
      select distinct on (o.module, o.entity_id) o.module, o.entity_id, o.organization_id
      from over join messaging.outbox o on o.seq = over.seq left join messaging.inbox i on i.command_id = o.id
      where o.organization_id is not null and (o.kind <> 'command' or i.outcome = 'handled')
      order by o.module, o.entity_id, o.seq desc
      on conflict (module, entity_id) do nothing
    ), outcomes as (
      delete from messaging.inbox i using over where i.command_id = over.id and over.kind = 'command' returning 1
    ), removed as (
      delete from messaging.outbox o using over where o.seq = over.seq returning o.kind
    )
    select (select max(seq)::text from looked_at) as last, (select count(*)::text from looked_at) as seen,
      (select count(*)::text from removed where kind = 'command') as commands,
      (select count(*)::text from removed where kind <> 'command') as messages`;
  const [window] = Window.parse(rows);
  return {
    last: window?.last ?? null,
    commands: Number(window?.commands ?? 0),
    messages: Number(window?.messages ?? 0),
  };
}
