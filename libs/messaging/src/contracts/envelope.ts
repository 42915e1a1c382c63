import { z } from 'zod';
import { Actor } from './actor.js';
import { Delta } from './frame.js';
import { EntityId, Id64, Timestamp, Uuid } from './ids.js';

/** The whole envelope as JSON; larger content is stored as a row first and named by id. */
export const MAX_ENVELOPE_BYTES = 256 * 1024;

/** Depth of causation at which a chain is a loop. */
export const MAX_HOP = 32;

/** One shape for commands, events and effects, on the wire and as a row of the outbox. */
export const Envelope = z.object({
  id: Uuid,
  kind: z.enum(['command', 'event', 'effect']),
  name: z
    .string()
    .max(80)
    .regex(/^[a-z-]+\.[a-zA-Z]+$/),
  v: z.number().int().min(1),
  entityId: EntityId,
  organizationId: Id64.nullable(),
  payload: z.record(z.string(), z.unknown()),
  actor: Actor,
  correlationId: Uuid,
  causationId: Uuid.nullable(),
  hop: z.number().int().min(0).max(MAX_HOP),
  /** Place in the outbox; bigint as text. */
  seq: z.string().regex(/^[0-9]+$/),
  deadline: Timestamp.nullable(),
  replyTo: z.string().max(120).nullable(),
  traceparent: z.string().max(80).nullable(),
  acceptedAt: Timestamp,
  frames: z.array(Delta).optional(),
});
export type Envelope = z.infer<typeof Envelope>;

/** `organization` of `organization.grantRole`. */
export const moduleOf = (name: string): string => name.slice(0, name.indexOf('.'));

export const Outcome = z.enum(['handled', 'rejected', 'expired', 'cancelled', 'dead', 'discarded']);
export type Outcome = z.infer<typeof Outcome>;

export const RejectionKind = z.enum(['invalid', 'forbidden', 'missing', 'conflict', 'limited']);
export type RejectionKind = z.infer<typeof RejectionKind>;

/** What the sender of a command is told once it is settled. */
export const Reply = z.object({
  commandId: Uuid,
  outcome: Outcome,
  code: z.string().nullable(),
  kind: RejectionKind.nullable(),
  message: z.string().nullable(),
  result: z.unknown(),
});
export type Reply = z.infer<typeof Reply>;
