import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { KERNEL_MANIFEST } from '../commands/kernel-manifest.js';
import { silent } from '../logging/log.js';
import { Registry } from '../registry/registry.js';
import { eventually } from '../testing/facts/eventually.js';
import { ScratchDatabase } from '../testing/rows/scratch-database.js';
import { OwnBroker } from '../testing/system/own-broker.js';
import { Topology } from '../topology/topology.js';
import { AmqpTransport } from '../transport/amqp/amqp-transport.js';
import { DeadLetterRecorder } from './recorder.js';

const broker = new OwnBroker(
  `letters-${randomBytes(4).toString('hex')}`,
  (prefix) => new Topology(prefix, new Map([['messaging', 1]])),
);
let database: ScratchDatabase;
let transport: AmqpTransport;
let recorder: DeadLetterRecorder;

beforeAll(async () => {
  database = await ScratchDatabase.create(KERNEL_MANIFEST);
  transport = new AmqpTransport(broker.url, broker.topology, silent);
  await transport.open('worker');
  recorder = new DeadLetterRecorder({ transport, database, registry: new Registry([KERNEL_MANIFEST]), log: silent });
  await recorder.start(['messaging']);
});
afterAll(async () => {
  await recorder.stop();
  await transport.close();
  await broker.clear();
  await database.drop();
});

it('keeps what a worker put aside on the broker as no message at all', async () => {
  const consumer = await transport.consumePartition('messaging', 0, (delivery) => {
    delivery.reject();
  });
  const message = { kind: 'command' as const, module: 'messaging', partition: 0, entityId: '1', id: '1', name: 'a.b' };
  expect(await transport.publish([{ ...message, body: 'no message' }])).toEqual([true]);
  await eventually(async () => {
    expect(await database.sql`select code, raw from messaging.dead_letter`).toEqual([
      { code: 'envelope.malformed', raw: Buffer.from('no message') },
    ]);
  });
  await consumer.close();
});
