import { z } from 'zod';
import { BootError } from '../boot/boot-error.js';
import { MessagingConfig } from '../config/messaging-config.js';
import type { SqlRunner } from '../database/sql.js';
import { runTool } from './run-tool.js';

const Living = z.array(z.object({ host: z.string(), pid: z.number() }));
const Count = z.tuple([z.object({ rows: z.string() })]);

/**
 * Gives every module but the kernel `partitions` partitions. Workers must be stopped: with two ideas of where an entity
 * belongs, its lock would still hold, but it would be handled in two places in turns. Unsettled commands move to their
 * new partition and go on the wire again; what is left of them in old queues is dropped when it arrives.
 */
export async function repartition(sql: SqlRunner, partitions: number): Promise<number> {
  const living = Living.parse(
    await sql`
      select host, pid from messaging.process
      where kind = 'worker' and heartbeat_at > now() - interval '10 seconds' order by host, pid`,
  );
  if (living.length > 0) {
    const names = living.map(({ host, pid }) => `${host} (process ${String(pid)})`).join(', ');
    throw new BootError(`Workers are running: ${names}. Stop them, then repartition.`);
  }
  await sql`update messaging.partitioning set partitions = ${partitions}::int where module <> 'messaging'`;
  await sql`delete from messaging.partition_holder where module <> 'messaging'`;
  const rows = await sql`
    with moved as (
      update messaging.outbox set published_at = null, partition =
        (('x' || substr(encode(sha256(convert_to(entity_id, 'UTF8')), 'hex'), 1, 8))::bit(32)::bigint
          % ${partitions}::int)::int
      where kind = 'command' and settled_at is null and module <> 'messaging' returning 1)
    select count(*)::text as rows from moved`;
  return Number(Count.parse(rows)[0].rows);
}

if (process.argv[1] === import.meta.filename) {
  const wanted = MessagingConfig.pick({ DATABASE_URL: true, MESSAGING_PARTITIONS: true });
  await runTool(wanted, async (sql, { MESSAGING_PARTITIONS: partitions }) => {
    const rows = await repartition(sql, partitions);
    return `Each module has ${String(partitions)} partitions now; ${String(rows)} commands moved. Start the workers with MESSAGING_PARTITIONS=${String(partitions)}.`;
  });
}
