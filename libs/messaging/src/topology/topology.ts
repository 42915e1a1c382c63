/**
 * Exchanges and queues as data: every name that the broker sees is made here (messaging, section 6).
 * `foundry` is the prefix of the only installation on a broker; another prefix also marks the queues.
 */
export interface QueueSpec {
  name: string;
  arguments: Record<string, unknown>;
  bindings: readonly { exchange: string; key: string }[];
}

/** Deliveries of one message before the broker moves it to the dead letters. */
export const MOST_DELIVERIES = 20;

export class Topology {
  readonly commands: string;
  readonly effects: string;
  readonly events: string;
  readonly dead: string;
  private readonly mark: string;

  constructor(
    private readonly prefix: string,
    /** Partitions by module, the kernel's own `messaging` included. */
    readonly partitions: ReadonlyMap<string, number>,
  ) {
    this.commands = `${prefix}.commands`;
    this.effects = `${prefix}.effects`;
    this.events = `${prefix}.events`;
    this.dead = `${prefix}.dead`;
    this.mark = prefix === 'foundry' ? '' : `${prefix}:`;
  }

  commandQueue(module: string, partition: number): string {
    return `${this.mark}${module}.commands.${String(partition)}`;
  }

  commandKey(module: string, partition: number, entityId: string): string {
    return `${module}.${String(partition)}.${entityId}`;
  }

  effectQueue(module: string): string {
    return `${this.mark}${module}.effects`;
  }

  deadQueue(module: string): string {
    return `${this.mark}${module}.dead`;
  }

  replyQueue(instance: string): string {
    return `${this.prefix}.replies.${instance}`;
  }

  eventQueue(instance: string): string {
    return `${this.prefix}.events.${instance}`;
  }

  exchanges(): readonly { name: string; type: 'topic' | 'direct' }[] {
    return [
      { name: this.commands, type: 'topic' },
      { name: this.effects, type: 'direct' },
      { name: this.events, type: 'topic' },
      { name: this.dead, type: 'direct' },
    ];
  }

  /** The durable queues: for each module its partitions, its effects and its dead letters. */
  queues(): readonly QueueSpec[] {
    return [...this.partitions].flatMap(([module, partitions]) => [
      ...Array.from({ length: partitions }, (_, partition) => this.partitionQueue(module, partition)),
      {
        name: this.effectQueue(module),
        arguments: this.limited(module),
        bindings: [{ exchange: this.effects, key: module }],
      },
      {
        name: this.deadQueue(module),
        arguments: { 'x-queue-type': 'quorum' },
        bindings: [{ exchange: this.dead, key: module }],
      },
    ]);
  }

  private partitionQueue(module: string, partition: number): QueueSpec {
    return {
      name: this.commandQueue(module, partition),
      arguments: { ...this.limited(module), 'x-single-active-consumer': true },
      bindings: [{ exchange: this.commands, key: `${module}.${String(partition)}.#` }],
    };
  }

  private limited(module: string): Record<string, unknown> {
    return {
      'x-queue-type': 'quorum',
      'x-delivery-limit': MOST_DELIVERIES,
      // At-least-once dead-lettering needs both of these.
      'x-overflow': 'reject-publish',
      'x-dead-letter-strategy': 'at-least-once',
      'x-dead-letter-exchange': this.dead,
      'x-dead-letter-routing-key': module,
    };
  }
}
