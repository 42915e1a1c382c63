import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { KERNEL_MANIFEST } from '../commands/kernel-manifest.js';
import { KernelRows } from '../history/testing/kernel-rows.js';
import { ScratchDatabase } from '../testing/rows/scratch-database.js';
import { partitionOf } from '../topology/partition.js';
import { repartition } from './repartition.js';
import { republish } from './republish.js';

const Unpublished = z.array(z.object({ id: z.string(), partition: z.number(), entity_id: z.string() }));

describe('the offline tools', () => {
  let database: ScratchDatabase;
  let rows: KernelRows;

  beforeAll(async () => {
    database = await ScratchDatabase.create(KERNEL_MANIFEST);
    rows = new KernelRows(database);
  });
  afterAll(() => database.drop());

  const unpublished = async () =>
    Unpublished.parse(
      await database.sql`
        select id, partition, entity_id from messaging.outbox where published_at is null order by seq`,
    );

  it('republish what has no outcome, and nothing else', async () => {
    const [waiting, settled] = [await rows.accept(), await rows.accept()];
    await rows.publish(waiting);
    await rows.settle(settled);
    expect(await database.transaction((sql) => republish(sql))).toBe(1);
    expect((await unpublished()).map(({ id }) => id)).toEqual([waiting]);
  });

  it('refuse to repartition while a worker lives', async () => {
    const id = randomUUID();
    await database.sql`
      insert into messaging.process (id, kind, host, pid, version) values (${id}, 'worker', 'host-1', 7, '1')`;
    await expect(database.transaction((sql) => repartition(sql, 5))).rejects.toThrow(/host-1 \(process 7\)/);
    await database.sql`delete from messaging.process where id = ${id}`;
  });

  it('move unsettled commands to the partition that the workers will look in', async () => {
    await database.sql`insert into messaging.partitioning values ('organization', 8), ('messaging', 1)`;
    for (let n = 0; n < 50; n += 1) await rows.publish(await rows.accept({ entityId: `entity-${String(n)}` }));
    await database.transaction((sql) => repartition(sql, 5));
    const moved = await unpublished();
    expect(moved).toHaveLength(51);
    for (const { partition, entity_id } of moved) expect(partition).toBe(partitionOf(entity_id, 5));
    const stored = await database.sql`select module, partitions from messaging.partitioning order by module`;
    expect(stored).toEqual([
      { module: 'messaging', partitions: 1 },
      { module: 'organization', partitions: 5 },
    ]);
  });
});
