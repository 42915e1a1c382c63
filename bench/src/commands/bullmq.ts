import { createHash } from 'node:crypto';
import { Queue, QueueEvents } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { spawnPeer, type Peer } from './peer.js';

const QUEUES = 16;

/** BullMQ on the same work. An entity's jobs go to one queue, which handles one at a time. */
export class BullPath {
  private constructor(
    private readonly queues: Queue[],
    private readonly events: QueueEvents[],
    private readonly connections: Redis[],
    private readonly worker: Peer,
  ) {}

  static async open(databaseUrl: string, redisPort: number, prefix: string): Promise<BullPath> {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await client.query('create table if not exists bull_records (job_id text, entity_id text, note text)');
    await client.end();
    const connections: Redis[] = [];
    const connect = () => {
      const connection = new Redis(redisPort, '127.0.0.1', { maxRetriesPerRequest: null });
      connections.push(connection);
      return connection;
    };
    const names = Array.from({ length: QUEUES }, (_, queue) => `bench-${String(queue)}`);
    const queues = names.map((name) => new Queue(name, { connection: connect(), prefix }));
    for (const queue of queues) queue.setMaxListeners(0);
    const events = names.map((name) => new QueueEvents(name, { connection: connect(), prefix }));
    for (const each of events) each.setMaxListeners(0);
    await Promise.all(events.map((each) => each.waitUntilReady()));
    const environment = { DATABASE_URL: databaseUrl, REDIS_PORT: String(redisPort), BULL_PREFIX: prefix };
    return new BullPath(queues, events, connections, await spawnPeer('./bullmq-worker.js', environment));
  }

  async call(index: number, entities: number): Promise<void> {
    const entityId = `e${String(index % entities)}`;
    const place = createHash('sha256').update(entityId).digest().readUInt32BE(0) % QUEUES;
    const queue = this.queues[place];
    const events = this.events[place];
    if (!queue || !events) throw new RangeError('no such queue');
    const job = await queue.add('record', { entityId, note: 'a durable row' }, { removeOnComplete: 1000 });
    await job.waitUntilFinished(events);
  }

  async close(): Promise<void> {
    await this.worker.end();
    await Promise.all(this.events.map((each) => each.close()));
    for (const queue of this.queues) await queue.obliterate({ force: true });
    await Promise.all(this.queues.map((queue) => queue.close()));
    for (const connection of this.connections) connection.disconnect();
  }
}
