import { z } from 'zod';
import type { SqlRunner } from '../database/sql.js';
import type { EntityRef } from '../contracts/index.js';
import type { KnownEntity } from './entity-access.js';

const Owner = z.array(z.object({ organization_id: z.string() }));

/**
 * The organization of an entity. Only what the entity did counts first: anybody can send a command with an id of their
 * own making, so a refused one says nothing about whose the entity is. What was pruned is remembered.
 */
export async function ownerOf(sql: SqlRunner, { module, entityId }: EntityRef): Promise<KnownEntity> {
  const done = await sql`
    select o.organization_id from messaging.outbox o left join messaging.inbox i on i.command_id = o.id
    where o.module = ${module} and o.entity_id = ${entityId} and o.organization_id is not null
      and (o.kind <> 'command' or i.outcome = 'handled')
    order by o.seq desc limit 1`;
  const known = Owner.parse(done)[0];
  if (known) return { module, entityId, organizationId: known.organization_id };
  const kept = await sql`
    select organization_id from messaging.entity_owner where module = ${module} and entity_id = ${entityId}`;
  const remembered = Owner.parse(kept)[0];
  if (remembered) return { module, entityId, organizationId: remembered.organization_id };
  const sent = await sql`
    select organization_id from messaging.outbox
    where module = ${module} and entity_id = ${entityId} and organization_id is not null order by seq limit 1`;
  return { module, entityId, organizationId: Owner.parse(sent)[0]?.organization_id ?? null };
}
