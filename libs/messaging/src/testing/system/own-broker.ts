import { connect } from 'amqplib';
import { z } from 'zod';
import { envelopeOf, OutboxRow } from '../../relay/outbox-row.js';
import { partitionOf } from '../../topology/partition.js';
import type { Topology } from '../../topology/topology.js';

const SERVER = process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';

/** Exchanges and queues of one test file on the broker that `AMQP_URL` names, and a door to them past the kernel. */
export class OwnBroker {
  readonly url = SERVER;
  readonly prefix: string;
  readonly topology: Topology;

  constructor(name: string, topology: (prefix: string) => Topology) {
    this.prefix = name.replaceAll('_', '-').slice(0, 40);
    this.topology = topology(this.prefix);
  }

  partitionOf(module: string, entityId: string): number {
    return partitionOf(entityId, this.topology.partitions.get(module) ?? 1);
  }

  queueOf(module: string, entityId: string): string {
    return this.topology.commandQueue(module, this.partitionOf(module, entityId));
  }

  /** Puts the command of an outbox row on the wire once more, in whatever order the test likes. */
  async deliver(row: unknown): Promise<void> {
    const envelope = envelopeOf(OutboxRow.parse(row));
    const module = z.object({ module: z.string() }).parse(row).module;
    const partition = this.partitionOf(module, envelope.entityId);
    const key = this.topology.commandKey(module, partition, envelope.entityId);
    await this.publish(this.topology.commands, key, JSON.stringify(envelope));
  }

  async publish(exchange: string, key: string, body: string): Promise<void> {
    const connection = await connect(this.url);
    const channel = await connection.createConfirmChannel();
    channel.publish(exchange, key, Buffer.from(body), { persistent: true });
    await channel.waitForConfirms();
    await connection.close();
  }

  /** Messages ready and consumers of a queue, as the broker counts them. */
  async look(queue: string): Promise<{ messages: number; consumers: number }> {
    const connection = await connect(this.url);
    const channel = await connection.createChannel();
    const { messageCount, consumerCount } = await channel.checkQueue(queue);
    await connection.close();
    return { messages: messageCount, consumers: consumerCount };
  }

  /** Takes every queue off its exchanges, as a careless hand would: nothing can be routed any more. */
  async unbind(): Promise<void> {
    const connection = await connect(this.url);
    const channel = await connection.createChannel();
    for (const { name, bindings } of this.topology.queues()) {
      for (const { exchange, key } of bindings) await channel.unbindQueue(name, exchange, key);
    }
    await connection.close();
  }

  async clear(): Promise<void> {
    const connection = await connect(this.url);
    const channel = await connection.createChannel();
    for (const { name } of this.topology.queues()) await channel.deleteQueue(name);
    for (const { name } of this.topology.exchanges()) await channel.deleteExchange(name);
    await connection.close();
  }
}
