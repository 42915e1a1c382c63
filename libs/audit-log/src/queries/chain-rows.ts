import type { SqlRunner } from '@foundry/messaging';
import { z } from 'zod';

const Json = z.record(z.string(), z.unknown());

/** An entry as its hash sees it. */
export const EntryRow = z.object({
  stream_id: z.string(),
  seq: z.string(),
  entry_id: z.string(),
  v: z.number(),
  occurred_at: z.string(),
  kind: z.string(),
  outcome: z.enum(['done', 'refused']),
  code: z.string().nullable(),
  actor_kind: z.enum(['user', 'agent', 'system', 'github']),
  actor_id: z.string(),
  on_behalf_of: z.string().nullable(),
  via: z.enum(['session', 'api_token', 'webhook', 'schedule', 'reaction']),
  command_id: z.string(),
  correlation_id: z.string(),
  subject_type: z.string(),
  subject_id: z.string(),
  task_id: z.string().nullable(),
  repository_id: z.string().nullable(),
  branch: z.string().nullable(),
  details_digest: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
});
export type EntryRow = z.infer<typeof EntryRow>;

/** A row of the view `audit_log.chain`. `details` is null when their row is gone. */
export const ChainRow = z.object({
  recorded_at: z.date(),
  entry: EntryRow,
  details: z
    .object({ salt: z.string().nullable(), data: Json.nullable(), erased_by: z.string().nullable() })
    .nullable(),
});
export type ChainRow = z.infer<typeof ChainRow>;

export const SignedRow = z.object({ seq: z.string(), hash: z.string(), signature: z.string(), key_id: z.string() });
export type SignedRow = z.infer<typeof SignedRow>;

/** A row with the checkpoint that was made at it. */
const WitnessedRow = ChainRow.extend({ checkpoint: SignedRow.nullable() });
export type WitnessedRow = z.infer<typeof WitnessedRow>;

/** Entries from `from` to `to` (both included) in order, at most `limit`, each with the checkpoint made at it. */
export async function readChain(
  sql: SqlRunner,
  streamId: string,
  { from, to, limit }: { from: bigint; to: bigint; limit: number },
): Promise<WitnessedRow[]> {
  const rows = await sql`
    select c.recorded_at, c.entry, c.details,
      case when p.seq is not null then json_build_object('seq', p.seq::text, 'hash', encode(p.hash, 'hex'),
        'signature', encode(p.signature, 'hex'), 'key_id', p.key_id) end as checkpoint
    from audit_log.chain c
    left join audit_log.checkpoints p on p.stream_id = c.stream_id and p.seq = c.seq
    where c.stream_id = ${streamId}::bigint and c.seq between ${String(from)}::bigint and ${String(to)}::bigint
    order by c.seq limit ${limit}::int`;
  return WitnessedRow.array().parse(rows);
}

/** The head, or null before the first entry. */
export async function readHead(sql: SqlRunner, streamId: string): Promise<SignedRow | null> {
  const [row] = await sql`
    select seq::text, encode(hash, 'hex') as hash, encode(signature, 'hex') as signature, key_id
    from audit_log.heads where stream_id = ${streamId}::bigint`;
  return SignedRow.optional().parse(row) ?? null;
}

/** The last checkpoint at or before `seq`, or null. */
export async function checkpointUpTo(sql: SqlRunner, streamId: string, seq: string): Promise<SignedRow | null> {
  const [row] = await sql`
    select seq::text, encode(hash, 'hex') as hash, encode(signature, 'hex') as signature, key_id
    from audit_log.checkpoints where stream_id = ${streamId}::bigint and seq <= ${seq}::bigint order by seq desc limit 1`;
  return SignedRow.optional().parse(row) ?? null;
}

/** The first checkpoint at or after `seq`, or null. */
export async function checkpointFrom(sql: SqlRunner, streamId: string, seq: string): Promise<SignedRow | null> {
  const [row] = await sql`
    select seq::text, encode(hash, 'hex') as hash, encode(signature, 'hex') as signature, key_id
    from audit_log.checkpoints where stream_id = ${streamId}::bigint and seq >= ${seq}::bigint order by seq limit 1`;
  return SignedRow.optional().parse(row) ?? null;
}

/** The biggest number that a chain can reach. */
export const LAST_SEQ = '9223372036854775807';
