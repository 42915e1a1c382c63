import type { ClientBase, Pool } from 'pg';
import { KERNEL_PARTITIONS } from '../commands/kernel-manifest.js';
import { BootError } from '../boot/boot-error.js';

/** Writes down how many partitions each new module begins with; whoever migrates does it. */
export async function fixPartitions(client: ClientBase, modules: readonly string[], wanted: number): Promise<void> {
  const asked = modules.map((module) => (module === 'messaging' ? KERNEL_PARTITIONS : wanted));
  await client.query(
    `insert into messaging.partitioning (module, partitions) select * from unnest($1::text[], $2::int[])
     on conflict do nothing`,
    [modules, asked],
  );
}

/**
 * Partitions by module, as fixed at the first start. A start with another number is refused: commands of one entity
 * would stand in two queues.
 */
export async function storedPartitions(
  pool: Pool,
  modules: readonly string[],
  wanted: number,
): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ module: string; partitions: number }>(
    'select module, partitions from messaging.partitioning where module = any($1)',
    [modules],
  );
  for (const { module, partitions } of rows) {
    if (module === 'messaging' || partitions === wanted) continue;
    throw new BootError(
      `${module} began with ${String(partitions)} partitions, and MESSAGING_PARTITIONS says ${String(wanted)}. ` +
        'Set it back, or drain, stop all workers, and run: npm run messaging:repartition',
    );
  }
  return new Map(rows.map(({ module, partitions }) => [module, partitions]));
}
