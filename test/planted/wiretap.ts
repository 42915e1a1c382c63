import { connect, type ChannelModel } from 'amqplib';
import { Topology } from '@foundry/messaging';

const SERVER = process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';

/** A queue of its own beside those of one installation, which gets a copy of everything that its exchanges pass on. */
export class Wiretap {
  /** Routing key, headers and body of each message. */
  readonly heard: string[] = [];

  private constructor(private readonly connection: ChannelModel) {}

  /** Before the installation starts, so that nothing is missed: the exchanges are made as it would make them. */
  static async on(prefix: string, modules: readonly string[]): Promise<Wiretap> {
    const connection = await connect(SERVER);
    const tap = new Wiretap(connection);
    const channel = await connection.createChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    for (const { name, type } of new Topology(prefix, new Map()).exchanges()) {
      await channel.assertExchange(name, type, { durable: true });
      for (const key of type === 'topic' ? ['#'] : modules) await channel.bindQueue(queue, name, key);
    }
    await channel.consume(
      queue,
      (message) => {
        if (!message) return;
        const { fields, properties, content } = message;
        tap.heard.push(`${fields.exchange} ${fields.routingKey} ${JSON.stringify(properties)} ${content.toString()}`);
      },
      { noAck: true },
    );
    return tap;
  }

  async stop(): Promise<void> {
    await this.connection.close();
  }
}
