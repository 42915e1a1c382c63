import type { Channel, ChannelModel, ConsumeMessage } from 'amqplib';
import { AckGroup } from './ack-group.js';
import { sendUnlessClosing } from './send-unless-closing.js';
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
  private acks: AckGroup | null = null;
  private cancelled = false;

  constructor(
    private readonly spec: ConsumerSpec,
    private readonly log: Log,
  ) {}

  async attach(connection: ChannelModel): Promise<void> {
    if (this.cancelled) return;
    const channel = await connection.createChannel();
    channel.on('error', (error: Error) => {
      this.log.warn({ queue: this.spec.queue, reason: error.message }, 'a consumer channel failed; connecting anew');
      this.renew(connection);
    });
    channel.on('close', () => {
      if (this.channel === channel) this.channel = null;
    });
    await channel.prefetch(this.spec.prefetch);
    this.channel = channel;
    const acks = new AckGroup(channel);
    this.acks = acks;
    const { consumerTag } = await channel.consume(this.spec.queue, (message) => {
      if (message) this.spec.deliver(this.delivery(channel, acks, message));
      else {
        this.log.warn({ queue: this.spec.queue }, 'the broker cancelled a consumer; connecting anew');
        this.renew(connection);
      }
    });
    this.tag = consumerTag;
  }

  async cancel(): Promise<void> {
    this.cancelled = true;
    const { channel, tag } = this;
    if (!channel || tag === null) return;
    await channel.cancel(tag);
  }

  /** Sends the answers that wait; no more can follow, because the connection is about to be closed. */
  tellAnswers(): void {
    this.acks?.end();
  }

  /** Closes the channel: what was delivered and not answered goes back to the queue. */
  async close(): Promise<void> {
    this.cancelled = true;
    const channel = this.channel;
    this.channel = null;
    this.acks?.end();
    await channel?.close();
  }

  /** A new connection asserts the topology and subscribes everything again. */
  private renew(connection: ChannelModel): void {
    connection.close().catch((error: unknown) => {
      this.log.debug({ reason: String(error) }, 'the broker connection was closing already');
    });
  }

  private delivery(channel: Channel, acks: AckGroup, message: ConsumeMessage): Delivery {
    const answer = (say: () => void) => () => {
      if (this.channel === channel) say();
    };
    acks.delivered(message);
    return {
      body: message.content,
      module: this.spec.module,
      redelivered: message.fields.redelivered,
      ack: answer(() => {
        acks.ack(message);
      }),
      giveBack: answer(() => {
        acks.forget(message);
        sendUnlessClosing(() => {
          channel.nack(message, false, true);
        });
      }),
      reject: answer(() => {
        acks.forget(message);
        sendUnlessClosing(() => {
          channel.nack(message, false, false);
        });
      }),
    };
  }
}
