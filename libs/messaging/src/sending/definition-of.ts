import type { Upcast } from '../contracts/index.js';

/** What every message class says of itself; the parts that only commands or effects have are optional here. */
export interface MessageDefinition {
  name: string;
  entity: string;
  organization?: string | null;
  upcasts?: readonly Upcast[];
  expiresAfterMs?: number;
}

function isDefined(value: unknown): value is { definition: MessageDefinition } {
  return typeof value === 'function' && 'definition' in value;
}

/** The definition of a message's class. */
export function definitionOf(message: object): MessageDefinition {
  const type: unknown = message.constructor;
  if (!isDefined(type)) throw new TypeError('Only messages made by command(), event() and effect() can be sent.');
  return type.definition;
}
