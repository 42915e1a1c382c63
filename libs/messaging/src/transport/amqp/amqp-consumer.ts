import type { Channel, ChannelModel, ConsumeMessage } from 'amqplib';
import type { Consumer, Delivery } from '../transport.js';
import type { Log } from '../../logging/log.js';

export interface ConsumerSpec {
  queue: string;
  module: string;
  prefetch: number;
  deliver(delivery: Delivery): void;
}

/** A subscription that is made again after each return of the broker, until it is cancelled, and then never. */
export class AmqpConsumer implements Consumer {
  private channel: Channel | null = null;
  private tag: string | null = null;
  private cancelled = false;

  constructor(
    private readonly spec: ConsumerSpec,
    private readonly log: Log,
  ) {}

  async attach(connection: ChannelModel): Promise<void> {
    if (this.cancelled) return;
    const channel = await connection.createChannel();
    channel.on('error', (error: Error) => {
      this.log.warn({ queue: this.spec.queue, reason: error.message }, 'consumer channel failed');
    });
    channel.on('close', () => {
      if (this.channel === channel) this.channel = null;
    });
    await channel.prefetch(this.spec.prefetch);
    this.channel = channel;
    const { consumerTag } = await channel.consume(this.spec.queue, (message) => {
      if (message) this.spec.deliver(this.delivery(channel, message));
      else this.lostQueue(connection);
    });
    this.tag = consumerTag;
  }

  async cancel(): Promise<void> {
    this.cancelled = true;
    const { channel, tag } = this;
    if (!channel || tag === null) return;
    await channel.cancel(tag);
  }

  /** Closes the channel: what was delivered and not answered goes back to the queue. */
  async close(): Promise<void> {
    this.cancelled = true;
    const channel = this.channel;
    this.channel = null;
    await channel?.close();
  }

  /** The queue was deleted, or its leader moved: a new connection asserts the topology and subscribes again. */
  private lostQueue(connection: ChannelModel): void {
    this.log.warn({ queue: this.spec.queue }, 'the broker cancelled a consumer; connecting anew');
    connection.close().catch((error: unknown) => {
      this.log.warn({ reason: String(error) }, 'closing the broker connection failed');
    });
  }

  private delivery(channel: Channel, message: ConsumeMessage): Delivery {
    const answer = (say: () => void) => () => {
      if (this.channel === channel) say();
    };
    return {
      body: message.content,
      module: this.spec.module,
      ack: answer(() => {
        channel.ack(message);
      }),
      giveBack: answer(() => {
        channel.nack(message, false, true);
      }),
      reject: answer(() => {
        channel.nack(message, false, false);
      }),
    };
  }
}
