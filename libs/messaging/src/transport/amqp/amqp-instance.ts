import type { Channel, ChannelModel } from 'amqplib';
import { z } from 'zod';
import { Delta, Reply } from '../../contracts/index.js';
import type { Log } from '../../logging/log.js';
import type { Topology } from '../../topology/topology.js';
import type { Instance, InstanceListener, Transient } from '../transport.js';
import { topicKeys, transientKey } from './keys.js';
import { sendUnlessClosing } from './send-unless-closing.js';

const TransientBody: z.ZodType<Transient> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('outcomes'),
    outcomes: z.array(
      z.object({
        userId: z.string(),
        commandId: z.string(),
        outcome: Reply.shape.outcome,
        code: z.string().nullable(),
        message: z.string().nullable(),
      }),
    ),
  }),
  z.object({ kind: z.literal('deltas'), topic: z.string(), deltas: z.array(Delta) }),
  z.object({ kind: z.literal('presence'), topic: z.string(), body: z.unknown() }),
]);
const Replies = z.array(Reply);

/** Newest events that wait for a slow instance; versions heal what is dropped beyond. */
const MOST_EVENTS = 50_000;

/** The queues of one API instance: replies to it, and events for its sockets. Both vanish with it. */
export class AmqpInstance implements Instance {
  readonly replyTo: string;
  private channel: Channel | null = null;
  private readonly followed = new Set<string>();
  private seenBefore = false;

  constructor(
    private readonly instanceId: string,
    private readonly topology: Topology,
    private readonly listener: InstanceListener,
    private readonly log: Log,
  ) {
    this.replyTo = topology.replyQueue(instanceId);
  }

  async attach(connection: ChannelModel): Promise<void> {
    const channel = await connection.createChannel();
    channel.on('error', (error: Error) => {
      this.log.warn({ reason: error.message }, 'instance channel failed');
    });
    channel.on('close', () => {
      if (this.channel === channel) this.channel = null;
    });
    const events = this.topology.eventQueue(this.instanceId);
    await channel.assertQueue(this.replyTo, { exclusive: true, autoDelete: true });
    await channel.assertQueue(events, {
      exclusive: true,
      autoDelete: true,
      arguments: { 'x-max-length': MOST_EVENTS, 'x-overflow': 'drop-head' },
    });
    await channel.bindQueue(events, this.topology.events, 'event.#');
    await channel.bindQueue(events, this.topology.events, 'outcomes');
    for (const topic of this.followed) await channel.bindQueue(events, this.topology.events, topicKeys(topic));
    await channel.consume(this.replyTo, (message) => message && this.replies(message.content), { noAck: true });
    await channel.consume(events, (message) => message && this.event(message.properties.type, message.content), {
      noAck: true,
    });
    this.channel = channel;
    if (this.seenBefore) this.listener.gap();
    this.seenBefore = true;
  }

  async follow(topic: string): Promise<void> {
    this.followed.add(topic);
    await this.channel?.bindQueue(this.topology.eventQueue(this.instanceId), this.topology.events, topicKeys(topic));
  }

  async unfollow(topic: string): Promise<void> {
    this.followed.delete(topic);
    await this.channel?.unbindQueue(this.topology.eventQueue(this.instanceId), this.topology.events, topicKeys(topic));
  }

  tell(message: Transient): void {
    const { channel } = this;
    if (!channel) return;
    const body = Buffer.from(JSON.stringify(message));
    sendUnlessClosing(() => channel.publish(this.topology.events, transientKey(message), body, { type: 'transient' }));
  }

  async close(): Promise<void> {
    const channel = this.channel;
    this.channel = null;
    await channel?.close();
  }

  private replies(body: Buffer): void {
    this.listener.replies(Replies.parse(JSON.parse(body.toString())));
  }

  private event(type: unknown, body: Buffer): void {
    if (type === 'transient') this.listener.transient(TransientBody.parse(JSON.parse(body.toString())));
    else this.listener.event(body);
  }
}
