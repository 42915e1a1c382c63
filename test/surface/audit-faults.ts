import type { ModuleManifest, SqlRunner } from '@foundry/messaging';
import { z } from 'zod';

const Settled = z.array(
  z.object({
    name: z.string(),
    outcome: z.string(),
    kinds: z.array(z.string()),
    outcomes: z.array(z.string()),
    entries: z.int(),
  }),
);

/**
 * Looks at every command that was ever settled and says what the coverage rule of the audit log forbids: entries of a
 * command that declares none, several of one that did one thing, an entry `done` of what was not handled, or one of a
 * refusal beside another outcome. An empty list: the rule holds.
 */
export async function auditFaults(sql: SqlRunner, manifests: readonly ModuleManifest[]): Promise<string[]> {
  const declared = new Map(
    manifests.flatMap(({ commands }) =>
      commands.map(({ definition: { name, audit } }): [string, typeof audit] => [name, audit]),
    ),
  );
  const rows = await sql`
    select o.name, i.outcome, count(e.entry_id)::int as entries,
      coalesce(array_agg(distinct e.kind) filter (where e.kind is not null), '{}') as kinds,
      coalesce(array_agg(distinct e.outcome) filter (where e.outcome is not null), '{}') as outcomes
    from messaging.inbox i join messaging.outbox o on o.id = i.command_id
    left join audit_log.entries e on e.command_id = i.command_id
    where o.name <> 'audit-log.append' group by i.command_id, o.name, i.outcome`;
  return Settled.parse(rows).flatMap(({ name, outcome, entries, kinds, outcomes }) => {
    const audit = declared.get(name);
    const said = `${name}, ${outcome}, has ${String(entries)} entries (${kinds.join(', ')}; ${outcomes.join(', ')})`;
    if (audit === undefined) return [];
    // what a direct act sends beside its rows is what its entry names as the command
    const most = 'none' in audit && audit.none === 'derived' ? 1 : 0;
    if ('none' in audit) return entries <= most ? [] : [`${said} and declares none`];
    const wrong = outcome === 'handled' ? 'refused' : 'done';
    if (outcomes.includes(wrong)) return [`${said}: one is ${wrong}`];
    return audit.each || entries <= 1 || outcome !== 'handled' ? [] : [`${said} and did one thing`];
  });
}
