import { connect } from 'amqplib';

/** Removes what a benchmark's workers asserted under their prefix. Deleting what is not there is no fault. */
export async function dropQueues(amqpUrl: string, prefix: string, modules: readonly string[]): Promise<void> {
  const connection = await connect(amqpUrl);
  const channel = await connection.createChannel();
  for (const module of modules) {
    const partitions = Array.from({ length: 8 }, (_, partition) => `commands.${String(partition)}`);
    for (const part of [...partitions, 'effects', 'dead']) await channel.deleteQueue(`${prefix}:${module}.${part}`);
  }
  for (const exchange of ['commands', 'effects', 'events', 'dead'])
    await channel.deleteExchange(`${prefix}.${exchange}`);
  await connection.close();
}
