import type { ConfirmChannel, Options } from 'amqplib';
import { sendUnlessClosing } from './send-unless-closing.js';

/** Publishes with confirms on one channel. A message is kept when the broker confirmed it and did not return it. */
export class AmqpPublisher {
  private channel: ConfirmChannel | null = null;
  private readonly returned = new Set<string>();
  /** Rejects everything that waits for a confirm when the channel goes. */
  private readonly waiting = new Set<(kept: boolean) => void>();

  attach(channel: ConfirmChannel): void {
    this.channel = channel;
    this.returned.clear();
    channel.on('return', (message: { properties: { messageId?: unknown } }) => {
      if (typeof message.properties.messageId === 'string') this.returned.add(message.properties.messageId);
    });
    channel.on('close', () => {
      if (this.channel !== channel) return;
      this.channel = null;
      for (const settle of this.waiting) settle(false);
      this.waiting.clear();
    });
  }

  get ready(): boolean {
    return this.channel !== null;
  }

  /** The broker returns an unroutable message before it confirms it, so the mark is there when the confirm comes. */
  publish(
    exchange: string,
    key: string,
    body: string,
    options: Options.Publish & { messageId: string },
  ): Promise<boolean> {
    const channel = this.channel;
    if (!channel) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.waiting.add(resolve);
      const sent = sendUnlessClosing(() => {
        channel.publish(exchange, key, Buffer.from(body), options, (error: unknown) => {
          this.waiting.delete(resolve);
          resolve(!error && !this.returned.delete(options.messageId));
        });
      });
      if (sent) return;
      this.waiting.delete(resolve);
      resolve(false);
    });
  }

  /** Publishes what may be lost. */
  tell(exchange: string, key: string, body: string, options: Options.Publish): void {
    const { channel } = this;
    if (channel) sendUnlessClosing(() => channel.publish(exchange, key, Buffer.from(body), options));
  }
}
