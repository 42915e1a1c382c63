import type { EffectDefinition, EffectMessage, Envelope } from '../contracts/index.js';
import { onBehalfOf } from '../handling/on-behalf-of.js';
import type { EffectRow } from '../handling/work-product.js';
import type { OutgoingRow } from '../sending/outgoing-row.js';

export const DEFAULT_DEADLINE_MS = 5 * 60_000;
export const DEFAULT_TIMEOUT_MS = 30_000;
export const DEFAULT_ATTEMPTS = 5;

function isEffectClass(value: unknown): value is { definition: EffectDefinition } {
  return typeof value === 'function' && 'definition' in value;
}

/** The row of an effect that the command in `cause` asks for; the row carries the work, the message only wakes it. */
export function effectRow(effect: EffectMessage, sent: OutgoingRow, cause: Envelope): EffectRow {
  const type: unknown = effect.constructor;
  if (!isEffectClass(type)) throw new TypeError('Only effects made by effect() can be performed.');
  const { definition } = type;
  return {
    id: sent.id,
    name: sent.name,
    v: sent.v,
    module: sent.module,
    entity_id: sent.entity_id,
    organization_id: sent.organization_id,
    payload: sent.payload,
    exclusive_key: definition.exclusive?.(definition.payload.parse(effect.payload)) ?? null,
    max_attempts: definition.maxAttempts ?? (definition.long ? null : DEFAULT_ATTEMPTS),
    deadline_ms: definition.deadlineMs ?? DEFAULT_DEADLINE_MS,
    requested_by: cause.id,
    correlation_id: cause.correlationId,
    on_behalf_of: onBehalfOf(cause.actor),
    hop: sent.hop,
    traceparent: sent.traceparent,
  };
}
