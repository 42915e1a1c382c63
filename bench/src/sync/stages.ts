import { z } from 'zod';
import type { Product } from './product.js';

const Stage = z.object({
  effect: z.string(),
  steps: z.coerce.number(),
  asked: z.coerce.number(),
  read: z.coerce.number(),
  told: z.coerce.number(),
  kept: z.coerce.number(),
});
export type Stage = z.infer<typeof Stage>;

/** Where the steps of a sync spend their time: mean milliseconds of each stage, from the history that the kernel keeps. */
export async function stagesOf(product: Product): Promise<Stage[]> {
  const rows = await product.door.database.sql`
    select e.name as effect, count(*) as steps,
      avg(extract(epoch from e.started_at - e.created_at)) * 1000 as asked,
      avg(extract(epoch from e.finished_at - e.started_at)) * 1000 as read,
      avg(extract(epoch from i.started_at - o.accepted_at)) * 1000 as told,
      avg(extract(epoch from i.finished_at - i.started_at)) * 1000 as kept
    from messaging.effect e join messaging.outbox o on o.id = e.report_id join messaging.inbox i on i.command_id = o.id
    where e.name like 'github-data.list%' group by e.name order by e.name`;
  return Stage.array().parse(rows);
}
