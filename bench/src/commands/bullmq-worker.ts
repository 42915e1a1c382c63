import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** The peer's handler: 16 queues, one job at a time each, the same row, the same reply. */
const { DATABASE_URL, REDIS_PORT, BULL_PREFIX } = process.env;
if (!DATABASE_URL || !REDIS_PORT || !BULL_PREFIX)
  throw new Error('DATABASE_URL, REDIS_PORT and BULL_PREFIX are needed');
const prefix = BULL_PREFIX;
const connect = () => new Redis(Number(REDIS_PORT), '127.0.0.1', { maxRetriesPerRequest: null });
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16 });
const workers = Array.from(
  { length: 16 },
  (_, queue) =>
    new Worker<{ entityId: string; note: string }>(
      `bench-${String(queue)}`,
      async ({ id, data }) => {
        await pool.query({
          name: 'bull',
          text: 'insert into bull_records (job_id, entity_id, note) values ($1, $2, $3)',
          values: [id, data.entityId, data.note],
        });
        return { ok: true };
      },
      { connection: connect(), prefix, concurrency: 1 },
    ),
);
await Promise.all(workers.map((worker) => worker.waitUntilReady()));
process.send?.('ready');
process.on('SIGTERM', () => {
  void Promise.all(workers.map((worker) => worker.close())).then(async () => {
    await pool.end();
    process.exit(0);
  });
});
