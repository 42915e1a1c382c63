import { connect, type ChannelModel, type Channel } from 'amqplib';
import { spawnPeer, type Peer } from './peer.js';

/** Raw `amqplib`: a persistent message through a quorum queue, acknowledged, with a transient reply. */
export class RawRpc {
  private readonly waiting = new Map<string, () => void>();

  private constructor(
    private readonly connection: ChannelModel,
    private readonly channel: Channel,
    private readonly queue: string,
    private readonly replies: string,
    private readonly server: Peer,
  ) {}

  static async open(amqpUrl: string, name: string): Promise<RawRpc> {
    const queue = `${name}.raw`;
    const server = await spawnPeer('./raw-rpc-server.js', { AMQP_URL: amqpUrl, RPC_QUEUE: queue });
    const connection = await connect(amqpUrl, { noDelay: true });
    const channel = await connection.createChannel();
    const { queue: replies } = await channel.assertQueue('', { exclusive: true, autoDelete: true });
    const rpc = new RawRpc(connection, channel, queue, replies, server);
    await channel.consume(
      replies,
      (message) => {
        const id = String(message?.properties.correlationId);
        rpc.waiting.get(id)?.();
        rpc.waiting.delete(id);
      },
      { noAck: true },
    );
    return rpc;
  }

  call(index: number): Promise<void> {
    return new Promise((resolve) => {
      const correlationId = String(index);
      this.waiting.set(correlationId, resolve);
      this.channel.sendToQueue(this.queue, Buffer.from(JSON.stringify({ note: 'a durable row' })), {
        persistent: true,
        correlationId,
        replyTo: this.replies,
      });
    });
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.server.end();
  }
}
