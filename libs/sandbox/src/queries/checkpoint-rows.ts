import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CheckpointView } from '../contracts/index.js';

export const CheckpointPosition = z.int();
export type CheckpointPosition = z.infer<typeof CheckpointPosition>;

const Row = z
  .object({ ...CheckpointView.shape, createdAt: z.date(), bytes: z.coerce.number() })
  .transform((row): CheckpointView => ({ ...row, createdAt: row.createdAt.toISOString() }));

/** Saved states of a sandbox, newest first. */
@Injectable()
export class CheckpointRows {
  constructor(private readonly database: Database) {}

  async list(sandboxId: string, before: CheckpointPosition | null, take: number): Promise<CheckpointView[]> {
    const rows = await this.database.sql`
      select checkpoint_id as "checkpointId", sandbox_id as "sandboxId", generation, number, reason,
        head_sha as "headSha", tree_sha as "treeSha", base_sha as "baseSha", unpushed_commits as "unpushedCommits",
        dirty, stored, bytes, left_out as "leftOut", created_at as "createdAt"
      from sandbox.checkpoints where sandbox_id = ${sandboxId} and (${before}::int is null or number < ${before}::int)
      order by number desc limit ${take}`;
    return Row.array().parse(rows);
  }
}
