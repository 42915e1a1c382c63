import type { Channel, ConsumeMessage } from 'amqplib';
import { sendUnlessClosing } from './send-unless-closing.js';

/**
 * Acknowledgements of one channel, sent together at the end of a turn of the event loop. What is acknowledged without
 * a hole from the oldest on leaves as one "up to here": a quorum queue then writes one entry instead of many.
 */
export class AckGroup {
  /** Delivered and not answered, oldest first; true once it may be acknowledged. */
  private readonly open = new Map<number, { message: ConsumeMessage; acknowledged: boolean }>();
  private scheduled = false;
  private closed = false;

  constructor(private readonly channel: Channel) {
    channel.once('close', () => {
      this.closed = true;
    });
  }

  delivered(message: ConsumeMessage): void {
    this.open.set(message.fields.deliveryTag, { message, acknowledged: false });
  }

  /** Answered in another way. */
  forget(message: ConsumeMessage): void {
    this.open.delete(message.fields.deliveryTag);
  }

  ack(message: ConsumeMessage): void {
    const entry = this.open.get(message.fields.deliveryTag);
    if (!entry) return;
    entry.acknowledged = true;
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  /** Sends what waits, and then no more: the channel is about to be closed. */
  end(): void {
    this.flush();
    this.closed = true;
  }

  /** Sends what waits. Once the channel is closed nobody is told: what is not answered is delivered again. */
  flush(): void {
    if (this.closed) return;

    let upTo: ConsumeMessage | null = null;
    for (const [tag, { message, acknowledged }] of this.open) {
      if (!acknowledged) break;
      upTo = message;
      this.open.delete(tag);
    }
    const last = upTo;
    if (last)
      sendUnlessClosing(() => {
        this.channel.ack(last, true);
      });
    // Behind a hole each is told on its own: one slow entity must not use up the prefetch of its partition.
    for (const [tag, { message, acknowledged }] of this.open) {
      if (!acknowledged) continue;
      this.open.delete(tag);
      sendUnlessClosing(() => {
        this.channel.ack(message);
      });
    }
  }
}
