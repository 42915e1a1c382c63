import { z } from 'zod';
import { actorKey, type Actor, type CommandMessage } from '../contracts/index.js';
import type { Tx } from '../handling/tx.js';
import { type Origin, outgoingRow } from '../sending/outgoing-row.js';
import { partitionOf } from '../topology/partition.js';

/** A command as the kernel repeats it: with the sender and the chain of before. */
export interface RepeatedCommand {
  id: string;
  name: string;
  v: number;
  module: string;
  entityId: string;
  organizationId: string | null;
  payload: Record<string, unknown>;
  actor: Actor;
  correlationId: string;
  causationId: string | null;
  hop: number;
  traceparent: string | null;
  deadline: Date | null;
  retryOf: string | null;
}

const Partitioning = z.array(z.object({ partitions: z.number() }));

/** How many partitions the module began with; the kernel's own has one. */
export async function partitionFor(tx: Tx, module: string, entityId: string): Promise<number> {
  const rows = await tx.sql`select partitions from messaging.partitioning where module = ${module}`;
  return partitionOf(entityId, Partitioning.parse(rows)[0]?.partitions ?? 1);
}

/**
 * Puts a command into the outbox that is not caused by the one being handled, so `tx.send` does not fit: it keeps its
 * sender and its chain. An id that stands there already changes nothing.
 */
export async function storeCommand(tx: Tx, command: RepeatedCommand): Promise<void> {
  const partition = await partitionFor(tx, command.module, command.entityId);
  await tx.sql`
    insert into messaging.outbox (id, kind, name, v, module, entity_id, organization_id, partition, payload, actor,
      actor_key, correlation_id, causation_id, hop, traceparent, deadline, retry_of)
    values (${command.id}, 'command', ${command.name}, ${command.v}, ${command.module}, ${command.entityId},
      ${command.organizationId}, ${partition}, ${JSON.stringify(command.payload)}::jsonb,
      ${JSON.stringify(command.actor)}::jsonb, ${actorKey(command.actor)}, ${command.correlationId},
      ${command.causationId}, ${command.hop}, ${command.traceparent}, ${command.deadline}, ${command.retryOf})
    on conflict (id) do nothing`;
  await tx.sql`select pg_notify('foundry_outbox', '')`;
}

/** A new command with an origin of its own: what an effect or a reaction sends, made by hand. Returns its id. */
export async function storeAs(tx: Tx, command: CommandMessage, origin: Origin, id: string): Promise<string> {
  const row = outgoingRow(command, 'command', origin, () => 0, id);
  await storeCommand(tx, {
    ...origin,
    id,
    name: row.name,
    v: row.v,
    module: row.module,
    entityId: row.entity_id,
    organizationId: row.organization_id,
    payload: row.payload,
    deadline: row.expires_ms === null ? null : new Date(tx.now.getTime() + row.expires_ms),
    retryOf: null,
  });
  return id;
}
