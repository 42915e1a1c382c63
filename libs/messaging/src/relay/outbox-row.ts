import { z } from 'zod';
import { Actor, Delta, type Envelope } from '../contracts/index.js';

const DatabaseTime = z.union([z.date(), z.string()]).transform((at) => new Date(at).toISOString());

/** A row of the outbox as the driver gives it, or as `to_jsonb` does. */
export const OutboxRow = z.object({
  seq: z.union([z.string(), z.number()]).transform(String),
  id: z.string(),
  kind: z.enum(['command', 'event', 'effect']),
  name: z.string(),
  v: z.number(),
  module: z.string(),
  entity_id: z.string(),
  organization_id: z.union([z.string(), z.number()]).transform(String).nullable(),
  partition: z.number().nullable(),
  payload: z.record(z.string(), z.unknown()),
  actor: Actor,
  correlation_id: z.string(),
  causation_id: z.string().nullable(),
  hop: z.number(),
  traceparent: z.string().nullable(),
  reply_to: z.string().nullable(),
  deadline: DatabaseTime.nullable(),
  accepted_at: DatabaseTime,
  frames: z.array(Delta).nullable(),
});
export type OutboxRow = z.infer<typeof OutboxRow>;

/** The row as it goes over the wire. */
export function envelopeOf(row: OutboxRow): Envelope {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    v: row.v,
    entityId: row.entity_id,
    organizationId: row.organization_id,
    payload: row.payload,
    actor: row.actor,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    hop: row.hop,
    seq: row.seq,
    deadline: row.deadline,
    replyTo: row.reply_to,
    traceparent: row.traceparent,
    acceptedAt: row.accepted_at,
    ...(row.frames ? { frames: row.frames } : {}),
  };
}
