import { Database, Encryption, type SealedTable, Secret, type SqlRunner } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

const TABLE = 'sandbox.checkpoint_bundles';

export const SEALED_BUNDLES: SealedTable = { table: TABLE, row: 'checkpoint_id', keyId: 'key_id', columns: ['data'] };

/** A larger one stays on the machine alone. */
export const BUNDLE_LIMIT = 64 * 1024 * 1024;

export interface StoredCheckpoint {
  checkpointId: string;
  number: number;
  headSha: string;
  commitSha: string;
  bundle: Buffer;
}

const Row = z.object({
  checkpointId: z.string(),
  number: z.int(),
  headSha: z.string(),
  commitSha: z.string(),
  data: z.instanceof(Buffer),
  keyId: z.string(),
});

const placeOf = (checkpointId: string) => ({ table: TABLE, column: 'data', row: checkpointId });

/** Bundles of checkpoints, encrypted, because they are people's code. */
@Injectable()
export class CheckpointStore {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
  ) {}

  async keep(sql: SqlRunner, of: { sandboxId: string; checkpointId: string }, bundle: Buffer): Promise<void> {
    const { keyId, bytes } = this.encryption.seal(new Secret(bundle.toString('base64')), placeOf(of.checkpointId));
    await sql`insert into sandbox.checkpoint_bundles (checkpoint_id, sandbox_id, data, key_id)
      values (${of.checkpointId}, ${of.sandboxId}, ${bytes}, ${keyId})
      on conflict (checkpoint_id) do update set data = excluded.data, key_id = excluded.key_id`;
  }

  /** The named one, or the newest of the same task before it that was kept outside its machine. */
  async load(sandboxId: string, checkpointId: string): Promise<StoredCheckpoint | null> {
    const rows = await this.database.sql`
      select c.checkpoint_id as "checkpointId", c.number, c.head_sha as "headSha", c.commit_sha as "commitSha", b.data,
        b.key_id as "keyId"
      from sandbox.sandboxes s
      join sandbox.checkpoints named on named.checkpoint_id = ${checkpointId} and named.task_id = s.task_id
      join sandbox.checkpoints c on c.task_id = s.task_id and c.number <= named.number
      join sandbox.checkpoint_bundles b on b.checkpoint_id = c.checkpoint_id
      where s.sandbox_id = ${sandboxId} order by c.number desc limit 1`;
    const [row] = Row.array().parse(rows);
    if (!row) return null;
    const { data, keyId, ...rest } = row;
    const opened = this.encryption.open({ keyId, bytes: data }, placeOf(row.checkpointId));
    return { ...rest, bundle: Buffer.from(opened.reveal(), 'base64') };
  }
}
