import { randomUUID } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlRunner } from '@foundry/messaging';
import { z } from 'zod';
import { appendToChain } from '../domain/append-to-chain.js';
import { PublicKeys, type SignedPoint, type SigningKey } from '../domain/signing-keys.js';
import { jsonl } from '../queries/audit-export.js';
import { readChain } from '../queries/chain-rows.js';
import type { DatabaseSession } from './database-session.js';
import { maintenanceEntry } from './maintenance-entry.js';

/** Younger entries are never pruned. */
export const YOUNGEST_DAYS = 365;

/** What left the database, and the file that holds it now. */
export interface Pruned {
  streamId: string;
  from: string;
  through: string;
  file: string;
}

export interface PruneOptions {
  before: Date;
  /** Where the exports go; made when it is missing. */
  folder: string;
  now: Date;
}

const Bounds = z.object({ first: z.string().nullable(), through: z.string().nullable() });
const Streams = z.array(z.object({ stream_id: z.string() }));

/** The entries at the beginning of the chain that are all older, none left out. */
async function boundsOf(sql: SqlRunner, streamId: string, before: Date): Promise<z.infer<typeof Bounds>> {
  const [row] = await sql`
    select min(seq)::text as first,
      coalesce(min(seq) filter (where occurred_at >= ${before}::timestamptz) - 1, max(seq))::text as through
    from audit_log.entries where stream_id = ${streamId}::bigint`;
  return Bounds.parse(row);
}

async function signCheckpoint(
  sql: SqlRunner,
  key: SigningKey,
  streamId: string,
  seq: string,
  now: Date,
): Promise<SignedPoint> {
  const [row] = await readChain(sql, streamId, { from: BigInt(seq), to: BigInt(seq), limit: 1 });
  if (!row) throw new Error(`Entry ${seq} of stream ${streamId} is gone; verify the chain first.`);
  if (row.checkpoint) return row.checkpoint;
  const signed = key.sign(streamId, seq, row.entry.hash);
  await sql`
    insert into audit_log.checkpoints (stream_id, seq, hash, at, signature, key_id)
    values (${streamId}::bigint, ${seq}::bigint, decode(${signed.hash}, 'hex'), ${now}::timestamptz, decode(${signed.signature}, 'hex'), ${signed.key_id})`;
  return signed;
}

/** On the disk before anything is deleted. An export that is there already is never overwritten. */
async function writeWhole(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of pieces) await handle.write(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function pruneStream(
  sql: SqlRunner,
  key: SigningKey,
  streamId: string,
  { before, folder, now }: PruneOptions,
): Promise<Pruned | null> {
  await sql`select 1 from audit_log.heads where stream_id = ${streamId}::bigint for update`;
  const { first, through } = await boundsOf(sql, streamId, before);
  if (first === null || through === null || BigInt(through) < BigInt(first)) return null;
  const checkpoint = await signCheckpoint(sql, key, streamId, through, now);
  const file = join(folder, `audit-${streamId}-${first}-${through}.jsonl`);
  const range = { from: BigInt(first), to: BigInt(through), end: { type: 'checkpoint' as const, ...checkpoint } };
  await writeWhole(file, jsonl(sql, streamId, range, new PublicKeys([key.publicKey])));
  await sql`delete from audit_log.details where stream_id = ${streamId}::bigint and seq <= ${through}::bigint`;
  await sql`delete from audit_log.entries where stream_id = ${streamId}::bigint and seq <= ${through}::bigint`;
  await sql`delete from audit_log.checkpoints where stream_id = ${streamId}::bigint and seq < ${through}::bigint`;
  const count = Number(BigInt(through) - BigInt(first) + 1n);
  const details = { through, count, before: before.toISOString() };
  // The subject is part of what the hash covers, so the verifier knows where the chain begins now.
  const entry = maintenanceEntry(streamId, 'audit.pruned', { type: 'checkpoint', id: through }, details, now);
  await appendToChain(sql, key, entry, now, () => randomUUID());
  return { streamId, from: first, through, file };
}

/** Moves what is older than `before` from every chain into exports, one stream a transaction. */
export async function pruneChains(session: DatabaseSession, key: SigningKey, options: PruneOptions): Promise<Pruned[]> {
  await mkdir(options.folder, { recursive: true });
  const streams = Streams.parse(
    await session.sql`select stream_id::text from audit_log.heads order by heads.stream_id`,
  );
  const pruned: Pruned[] = [];
  for (const { stream_id: streamId } of streams) {
    const piece = await session.maintain((sql) => pruneStream(sql, key, streamId, options));
    if (piece) pruned.push(piece);
  }
  return pruned;
}
