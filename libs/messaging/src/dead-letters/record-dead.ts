import { z } from 'zod';
import { type Envelope, moduleOf } from '../contracts/index.js';
import type { SqlRunner } from '../database/sql.js';
import { MOST_DELIVERIES } from '../topology/topology.js';

/** Why something is among the dead letters of the broker. */
export interface Cause {
  code: 'internal' | 'envelope.unknown' | 'envelope.malformed';
  message: string;
}

const Stored = z.array(z.object({ attempts: z.number(), outcome: z.string().nullable() }));

/**
 * Writes what the broker buried: the letter, and for a command its outcome `dead`, under the lock of its entity. Returns
 * false when somebody settled the command meanwhile, so that there is nothing to bury. Doing it twice changes nothing.
 */
export async function recordDead(
  sql: SqlRunner,
  envelope: Envelope,
  cause: Cause,
  raw: Buffer | null,
): Promise<boolean> {
  const module = moduleOf(envelope.name);
  const { id, entityId, organizationId } = envelope;
  if (envelope.kind === 'command') {
    await sql`insert into messaging.mailbox (module, entity_id) values (${module}, ${entityId}) on conflict do nothing`;
    await sql`select 1 from messaging.mailbox where module = ${module} and entity_id = ${entityId} for update`;
  }
  const [stored] = Stored.parse(
    await sql`
      select o.attempts, i.outcome from messaging.outbox o left join messaging.inbox i on i.command_id = o.id
      where o.id = ${id}`,
  );
  if (stored?.outcome) return false;
  const seldomBegun = cause.code === 'internal' && stored !== undefined && stored.attempts < MOST_DELIVERIES;
  if (envelope.kind === 'command' && seldomBegun && raw === null) {
    await deliverAnew(sql, id);
    return false;
  }
  await sql`
    insert into messaging.dead_letter (id, source, module, organization_id, envelope, raw, code, message, attempts)
    values (${id}, 'broker', ${module}, ${organizationId}, ${raw ? null : JSON.stringify(envelope)}::jsonb, ${raw},
      ${cause.code}, ${cause.message}, ${stored?.attempts ?? 0})
    on conflict (id) do nothing`;
  if (envelope.kind === 'command' && stored) await settleAsDead(sql, envelope, module, cause);
  return true;
}

/**
 * It was counted as delivered with each death of its process, but seldom or never begun: another command in the same
 * hands is the one that kills. On the wire again it starts with a count of its own.
 */
async function deliverAnew(sql: SqlRunner, id: string): Promise<void> {
  await sql`update messaging.outbox set published_at = null where id = ${id} and settled_at is null`;
  await sql`select pg_notify('foundry_outbox', '')`;
}

async function settleAsDead(
  sql: SqlRunner,
  { id, entityId }: Envelope,
  module: string,
  { code }: Cause,
): Promise<void> {
  await sql`
    insert into messaging.inbox (command_id, module, entity_id, organization_id, outcome, code, message, attempts,
      started_at, finished_at, ms)
    select id, module, entity_id, organization_id, 'dead', ${code},
      'It could not be handled; an operator sees it among the dead letters.', greatest(attempts, 1), clock.at, clock.at, 0
    from messaging.outbox, (select clock_timestamp() as at) as clock where id = ${id}`;
  await sql`update messaging.outbox set settled_at = clock_timestamp() where id = ${id}`;
  await sql`
    update messaging.mailbox set handled = handled + 1 where module = ${module} and entity_id = ${entityId}`;
}

/** Keeps a body that is no envelope, 64 KiB of it at most. */
export async function recordRaw(sql: SqlRunner, id: string, module: string, raw: Buffer): Promise<void> {
  await sql`
    insert into messaging.dead_letter (id, source, module, raw, code, message, attempts)
    values (${id}, 'broker', ${module}, ${raw}, 'envelope.malformed', 'What arrived is no message of Foundry.', 0)
    on conflict (id) do nothing`;
}
