import { type Envelope, moduleOf } from '../contracts/index.js';
import type { Delivery } from '../transport/transport.js';

/** One command in a worker's hands. */
export interface Work {
  envelope: Envelope;
  module: string;
  /** `<module> <entityId>`: the lane. */
  lane: string;
  /** Null for an elder, which was read from the outbox; its own delivery finds the inbox row later. */
  delivery: Delivery | null;
  /** Failures of the world so far; they decide the next pause. */
  failures: number;
  /** Something went wrong around it: it gets a transaction of its own. */
  alone: boolean;
  /** The world stayed wrong: its outcome is dead, its handler does not run again. */
  doomed: boolean;
}

export function workOf(envelope: Envelope, delivery: Delivery | null): Work {
  const module = moduleOf(envelope.name);
  return {
    envelope,
    module,
    lane: `${module} ${envelope.entityId}`,
    delivery,
    failures: 0,
    alone: delivery?.redelivered ?? false,
    doomed: false,
  };
}
