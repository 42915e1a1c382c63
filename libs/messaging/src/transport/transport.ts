import type { Delta, Reply } from '../contracts/index.js';
import type { SettledOutcome } from '../realtime/event-stream.js';

/** One message that the relay puts on the wire. */
export interface Outgoing {
  kind: 'command' | 'event' | 'effect';
  module: string;
  /** Null for events and effects. */
  partition: number | null;
  entityId: string;
  id: string;
  name: string;
  /** The envelope as JSON. */
  body: string;
}

/** One message as it arrives. Exactly one of the three answers is given; after a lost connection they do nothing. */
export interface Delivery {
  body: Buffer;
  /** The queue's module, known even when the body is not an envelope. */
  module: string;
  /** It was in somebody's hands before; perhaps it ended them. */
  readonly redelivered: boolean;
  readonly ack: () => void;
  /** Back to the queue: another delivery will come. */
  readonly giveBack: () => void;
  /** To the module's dead letters. */
  readonly reject: () => void;
}

export interface Consumer {
  /** No further deliveries after it resolves; those in hand may still be answered. */
  cancel(): Promise<void>;
  /** Gives back what was delivered and never answered. */
  close(): Promise<void>;
}

/** What workers and instances tell API instances around the outbox; any of it may be lost. */
export type Transient =
  | { kind: 'outcomes'; outcomes: SettledOutcome[] }
  | { kind: 'deltas'; topic: string; deltas: Delta[] }
  | { kind: 'presence'; topic: string; body: unknown };

export interface InstanceListener {
  event(body: Buffer): void;
  transient(message: Transient): void;
  replies(replies: Reply[]): void;
  /** The wire was away, or dropped something. */
  gap(): void;
}

export interface Instance {
  /** Where replies to this instance go. */
  readonly replyTo: string;
  follow(topic: string): Promise<void>;
  unfollow(topic: string): Promise<void>;
  /** Tells every instance that follows the topic, this one included; nothing while the wire is away. */
  tell(message: Transient): void;
  close(): Promise<void>;
}

/** The wire: RabbitMQ, or memory when one process is everything. Order, locks and history do not depend on it. */
export abstract class Transport {
  /**
   * Asserts the topology. A broker that is away is tried again in the background. Throws `BootError` when it answers and
   * refuses: it names a queue that stands there with other settings, or what is wrong with the address.
   */
  abstract open(role: 'worker' | 'api'): Promise<void>;
  /** True for each message that the wire keeps from here on; false: publish it again later. */
  abstract publish(batch: readonly Outgoing[]): Promise<boolean[]>;
  /** Makes exchanges and queues again that somebody deleted. A failure is logged: the next refusal asks again. */
  abstract restore(): Promise<void>;
  abstract consumePartition(
    module: string,
    partition: number,
    deliver: (delivery: Delivery) => void,
  ): Promise<Consumer>;
  abstract consumeEffects(module: string, prefetch: number, deliver: (delivery: Delivery) => void): Promise<Consumer>;
  abstract consumeDead(module: string, deliver: (delivery: Delivery) => void): Promise<Consumer>;
  abstract reply(replyTo: string, replies: readonly Reply[]): void;
  abstract broadcast(message: Transient): void;
  abstract joinAsInstance(instanceId: string, listener: InstanceListener): Promise<Instance>;
  /** Null while connected, else since when it is away; the epoch while it was never there. */
  abstract awaySince(): Date | null;
  abstract close(): Promise<void>;
}
