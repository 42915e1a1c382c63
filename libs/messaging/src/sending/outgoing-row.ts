import { randomUUID } from 'node:crypto';
import {
  actorKey,
  type Actor,
  type CommandMessage,
  type EffectMessage,
  type EventMessage,
  MAX_ENVELOPE_BYTES,
  MAX_HOP,
  moduleOf,
} from '../contracts/index.js';
import { versionOf } from '../registry/registry.js';
import { definitionOf } from './definition-of.js';
import { holdsSecret } from '../security/secret.js';
import { EnvelopeTooLarge, SecretInEnvelope, TooManyHops } from './send-errors.js';

/** One message as the columns of the outbox that its sender decides. */
export interface OutgoingRow {
  id: string;
  kind: 'command' | 'event' | 'effect';
  name: string;
  v: number;
  module: string;
  entity_id: string;
  organization_id: string | null;
  partition: number | null;
  payload: Record<string, unknown>;
  actor: Actor;
  actor_key: string;
  correlation_id: string;
  causation_id: string | null;
  hop: number;
  traceparent: string | null;
  expires_ms: number | null;
}

/** What a message inherits from whoever sends it. */
export interface Origin {
  actor: Actor;
  correlationId: string;
  causationId: string | null;
  hop: number;
  traceparent: string | null;
}

export type PartitionFor = (module: string, entityId: string) => number;

/** Throws `EnvelopeTooLarge` above 256 KiB, `TooManyHops` when the chain is a loop, `SecretInEnvelope`. */
export function outgoingRow(
  message: CommandMessage | EventMessage | EffectMessage,
  kind: OutgoingRow['kind'],
  origin: Origin,
  partitionFor: PartitionFor,
  id: string = randomUUID(),
): OutgoingRow {
  const definition = definitionOf(message);
  if (origin.hop > MAX_HOP) throw new TooManyHops(definition.name);
  const payload = asRecord(message.payload);
  const entityId = String(payload[definition.entity]);
  const module = moduleOf(definition.name);
  const organization = definition.organization ? payload[definition.organization] : null;
  const row: OutgoingRow = {
    id,
    kind,
    name: definition.name,
    v: versionOf(definition),
    module,
    entity_id: entityId,
    organization_id: typeof organization === 'string' ? organization : null,
    partition: kind === 'command' ? partitionFor(module, entityId) : null,
    payload,
    actor: origin.actor,
    actor_key: actorKey(origin.actor),
    correlation_id: origin.correlationId,
    causation_id: origin.causationId,
    hop: origin.hop,
    traceparent: origin.traceparent,
    expires_ms: definition.expiresAfterMs ?? null,
  };
  const json = JSON.stringify(payload);
  if (Buffer.byteLength(json) > MAX_ENVELOPE_BYTES - 4096) throw new EnvelopeTooLarge(row.name);
  if (holdsSecret(payload, json)) throw new SecretInEnvelope(row.name);
  return row;
}

function asRecord(payload: unknown): Record<string, unknown> {
  if (typeof payload !== 'object' || payload === null) throw new TypeError('A payload is an object.');
  return { ...payload };
}
