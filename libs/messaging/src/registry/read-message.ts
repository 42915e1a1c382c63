import type { MessageClass, Upcast } from '../contracts/index.js';

/** The message that an envelope carries, lifted to the newest version of its payload and parsed. */
export function readMessage<M>(
  message: MessageClass<M, { upcasts?: readonly Upcast[] }>,
  envelope: { v: number; payload: unknown },
): M {
  const pending = message.definition.upcasts?.slice(envelope.v - 1) ?? [];
  return message.from(pending.reduce((payload, upcast) => upcast(payload), envelope.payload));
}
