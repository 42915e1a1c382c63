import type { ChannelModel } from 'amqplib';
import type { Reply } from '../../contracts/index.js';
import type { Log } from '../../logging/log.js';
import type { Topology } from '../../topology/topology.js';
import {
  type Consumer,
  type Delivery,
  type Instance,
  type InstanceListener,
  type Outgoing,
  type Transient,
  Transport,
} from '../transport.js';
import { AmqpConsumer } from './amqp-consumer.js';
import { AmqpInstance } from './amqp-instance.js';
import { AmqpPublisher } from './amqp-publisher.js';
import { assertTopology } from './assert-topology.js';
import { BrokerConnection } from './connection.js';
import { route, transientKey } from './keys.js';

/** Deliveries of one partition in hand at once; lanes keep the order within an entity. */
const PARTITION_PREFETCH = 32;

/** The wire over RabbitMQ. Publishing and consuming have connections of their own, so that neither holds up the other. */
export class AmqpTransport extends Transport {
  private readonly publishing: BrokerConnection;
  private readonly consuming: BrokerConnection;
  private readonly publisher = new AmqpPublisher();
  private readonly consumers = new Set<AmqpConsumer>();
  private role: 'worker' | 'api' = 'worker';

  constructor(
    url: string,
    private readonly topology: Topology,
    private readonly log: Log,
  ) {
    super();
    this.publishing = new BrokerConnection(url, log);
    this.consuming = new BrokerConnection(url, log);
  }

  /** A worker without a broker cannot start and says so; the API starts and keeps trying. */
  async open(role: 'worker' | 'api'): Promise<void> {
    this.role = role;
    await this.consuming.onConnected((connection) => assertTopology(connection, this.topology));
    await this.consuming.onConnected(async (connection) => {
      for (const consumer of this.consumers) await consumer.attach(connection);
    });
    if (role === 'api') {
      await this.consuming.tryAndKeepTrying();
      return;
    }
    await this.publishing.onConnected((connection) => this.openPublisher(connection));
    await this.publishing.connectOnce();
    await this.consuming.connectOnce();
  }

  publish(batch: readonly Outgoing[]): Promise<boolean[]> {
    return Promise.all(
      batch.map((message) => {
        const { exchange, key } = route(this.topology, message);
        return this.publisher.publish(exchange, key, message.body, {
          // Nobody is bound to an event when no API instance runs; that is no fault.
          mandatory: message.kind !== 'event',
          persistent: message.kind !== 'event',
          messageId: message.id,
          type: message.name,
          contentType: 'application/json',
        });
      }),
    );
  }

  restore(): Promise<void> {
    return this.publishing.attachNow({ attach: (connection) => assertTopology(connection, this.topology) });
  }

  consumePartition(module: string, partition: number, deliver: (delivery: Delivery) => void): Promise<Consumer> {
    return this.consume(module, this.topology.commandQueue(module, partition), PARTITION_PREFETCH, deliver);
  }

  consumeEffects(module: string, prefetch: number, deliver: (delivery: Delivery) => void): Promise<Consumer> {
    return this.consume(module, this.topology.effectQueue(module), prefetch, deliver);
  }

  consumeDead(module: string, deliver: (delivery: Delivery) => void): Promise<Consumer> {
    return this.consume(module, this.topology.deadQueue(module), 1, deliver);
  }

  reply(replyTo: string, replies: readonly Reply[]): void {
    this.publisher.tell('', replyTo, JSON.stringify(replies), {});
  }

  broadcast(message: Transient): void {
    this.publisher.tell(this.topology.events, transientKey(message), JSON.stringify(message), { type: 'transient' });
  }

  async joinAsInstance(instanceId: string, listener: InstanceListener): Promise<Instance> {
    const instance = new AmqpInstance(instanceId, this.topology, listener, this.log);
    await this.consuming.onConnected((connection) => instance.attach(connection));
    return instance;
  }

  awaySince(): Date | null {
    return this.consuming.awaySince() ?? (this.role === 'worker' ? this.publishing.awaySince() : null);
  }

  /** The publisher first: it must not outlive its connection. */
  async close(): Promise<void> {
    await this.publishing.close();
    for (const consumer of this.consumers) consumer.tellAnswers();
    await this.consuming.close();
  }

  private async openPublisher(connection: ChannelModel): Promise<void> {
    const channel = await connection.createConfirmChannel();
    channel.on('error', (error: Error) => {
      this.log.warn({ reason: error.message }, 'publisher channel failed');
    });
    this.publisher.attach(channel);
  }

  private async consume(
    module: string,
    queue: string,
    prefetch: number,
    deliver: (delivery: Delivery) => void,
  ): Promise<Consumer> {
    const consumer = new AmqpConsumer({ queue, module, prefetch, deliver }, this.log);
    this.consumers.add(consumer);
    await this.consuming.attachNow(consumer);
    return {
      cancel: () => consumer.cancel(),
      close: async () => {
        this.consumers.delete(consumer);
        await consumer.close();
      },
    };
  }
}
