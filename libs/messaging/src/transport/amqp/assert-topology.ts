import type { ChannelModel } from 'amqplib';
import { BootError } from '../../boot/boot-error.js';
import type { Topology } from '../../topology/topology.js';

/** Throws `BootError` that names the queue or exchange which stands on the broker with other settings. */
export async function assertTopology(connection: ChannelModel, topology: Topology): Promise<void> {
  const channel = await connection.createChannel();
  // The same failure rejects the call under way below; the listener only keeps it from ending the process.
  channel.on('error', () => undefined);
  for (const { name, type } of topology.exchanges()) {
    await refuse(name, channel.assertExchange(name, type, { durable: true }));
  }
  await Promise.all(
    topology
      .queues()
      .map(({ name, arguments: settings }) =>
        refuse(name, channel.assertQueue(name, { durable: true, arguments: settings })),
      ),
  );
  await Promise.all(
    topology
      .queues()
      .flatMap(({ name, bindings }) => bindings.map(({ exchange, key }) => channel.bindQueue(name, exchange, key))),
  );
  await channel.close();
}

async function refuse(name: string, asserted: Promise<unknown>): Promise<void> {
  try {
    await asserted;
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('PRECONDITION')) throw error;
    throw new BootError(
      `"${name}" stands on the broker with other settings than this release asks for. Drain it, stop the workers, ` +
        `delete it, and start again; the outbox has everything that is not settled.`,
      { cause: error },
    );
  }
}
