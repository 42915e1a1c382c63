import { connect } from 'amqplib';

/** The other end of the raw round trips: acknowledges and answers, nothing else. */
const { AMQP_URL, RPC_QUEUE } = process.env;
if (!AMQP_URL || !RPC_QUEUE) throw new Error('AMQP_URL and RPC_QUEUE are needed');
const queue = RPC_QUEUE;
const connection = await connect(AMQP_URL, { noDelay: true });
const channel = await connection.createChannel();
await channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
await channel.prefetch(256);
await channel.consume(queue, (message) => {
  if (!message) return;
  channel.ack(message);
  channel.sendToQueue(String(message.properties.replyTo), message.content, {
    correlationId: String(message.properties.correlationId),
  });
});
process.send?.('ready');
process.on('SIGTERM', () => {
  void channel.deleteQueue(queue).then(async () => {
    await connection.close();
    process.exit(0);
  });
});
