import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { CreatedTask } from '../../contracts/index.js';

const Kept = z.array(z.object({ organizationId: z.string(), hash: z.string(), answer: CreatedTask }));

/** What was answered to this id, in whichever organization, or null. */
export async function keptCreation(tx: Tx, askedId: string): Promise<z.infer<typeof Kept>[number] | null> {
  const rows = await tx.sql`select organization_id as "organizationId", content_hash as hash, answer
    from organization.task_creations where asked_id = ${askedId}`;
  return Kept.parse(rows)[0] ?? null;
}

export async function keepCreation(
  tx: Tx,
  { askedId, organizationId, hash }: { askedId: string; organizationId: string; hash: string },
  answer: CreatedTask,
): Promise<void> {
  await tx.sql`insert into organization.task_creations (asked_id, organization_id, content_hash, answer, created_at)
    values (${askedId}, ${organizationId}, ${hash}, ${JSON.stringify(answer)}::jsonb, ${tx.now})`;
}
