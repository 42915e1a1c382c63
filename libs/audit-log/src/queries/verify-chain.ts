import type { SqlRunner } from '@foundry/messaging';
import { verify } from 'node:crypto';
import { z } from 'zod';
import { ChainVerifier, genesisHash, headStatement } from '#audit-verify';
import type { AuditFault } from '../contracts/index.js';
import type { PublicKeys } from '../domain/signing-keys.js';
import { checkpointUpTo, EntryRow, LAST_SEQ, readChain, readHead, type SignedRow } from './chain-rows.js';

/** Entries that are read at a time; memory does not grow with the chain. */
const PAGE = 1000;

export interface Point {
  seq: bigint;
  hash: string;
}

export interface VerifyRequest {
  streamId: string;
  /** The first entry to read. Default: the start of the chain, or what pruning left of it. */
  from?: bigint;
  /** Read from the last checkpoint at or before this entry on, if a known key signed it. */
  sinceCheckpointOf?: string | null;
  /** Entries at most. Default: all. */
  limit?: bigint;
  /** Heads or checkpoints that were kept elsewhere. */
  expected?: readonly Point[];
  /** Stops between pages. */
  abort?: AbortSignal;
}

export interface Verdict {
  streamId: string;
  from: string;
  to: string;
  entries: number;
  erased: number;
  /** Where to go on; null at the end or at a fault. */
  next: string | null;
  fault: { fault: AuditFault; seq: string; message: string } | null;
}

/** Reads the chain of a stream in order and names the first bad entry. Run it within one snapshot: it changes nothing. */
export async function verifyChain(sql: SqlRunner, keys: PublicKeys, request: VerifyRequest): Promise<Verdict> {
  const { streamId, limit, abort, expected = [] } = request;
  const head = await readHead(sql, streamId);
  const start = await startOf(sql, keys, request);
  const early = expected.find(({ seq }) => seq <= start.seq);
  if (early) throw new Error(`Entry ${String(early.seq)} of --expect lies before what is in the database.`);
  const verifier = new ChainVerifier({ streamId, keys: keys.byId, start, expected });
  const first = start.seq + 1n;
  const wanted = limit === undefined ? BigInt(LAST_SEQ) : first + limit - 1n;
  const toTheEnd = !head || wanted >= BigInt(head.seq);
  // Up to the end means beyond the head too: an entry there was slipped in.
  const last = toTheEnd ? BigInt(LAST_SEQ) : wanted;
  let from = first;
  let sound = true;
  while (sound) {
    abort?.throwIfAborted();
    const rows = await readChain(sql, streamId, { from, to: last, limit: PAGE });
    for (const { entry, details, checkpoint } of rows) {
      sound = verifier.add(entry, details);
      if (sound && checkpoint) verifier.checkpoint(checkpoint);
      if (!sound) break;
    }
    const end = rows.at(-1);
    if (!end || rows.length < PAGE || (head && BigInt(end.entry.seq) > BigInt(head.seq))) break;
    from = BigInt(end.entry.seq) + 1n;
  }
  for (const id of verifier.openErasures) verifier.erasedElsewhere(await entryOf(sql, streamId, id));
  verifier.finish(toTheEnd ? await endOf(sql, streamId, head, verifier.entries) : null);
  return {
    streamId,
    from: String(first),
    to: String(verifier.last.seq),
    entries: verifier.entries,
    erased: verifier.erased,
    next: verifier.fault || toTheEnd ? null : String(verifier.last.seq + 1n),
    fault: verifier.fault,
  };
}

/** A stream without entries has no head, and that is no fault. */
async function endOf(sql: SqlRunner, streamId: string, head: SignedRow | null, entries: number) {
  const last = await checkpointUpTo(sql, streamId, LAST_SEQ);
  if (!head && !last && entries === 0) return null;
  return { head, checkpoints: last ? [last] : [] };
}

const isSigned = (keys: PublicKeys, streamId: string, { seq, hash, signature, key_id }: SignedRow): boolean => {
  const key = keys.byId.get(key_id);
  return key !== undefined && verify(null, headStatement(streamId, seq, hash), key, Buffer.from(signature, 'hex'));
};

async function startOf(sql: SqlRunner, keys: PublicKeys, request: VerifyRequest): Promise<Point> {
  const { streamId, from = 1n, sinceCheckpointOf } = request;
  if (sinceCheckpointOf !== undefined && sinceCheckpointOf !== null) {
    const since = await checkpointUpTo(sql, streamId, sinceCheckpointOf);
    if (since && isSigned(keys, streamId, since)) return { seq: BigInt(since.seq), hash: since.hash };
  }
  const before = from > 1n ? await readChain(sql, streamId, { from: from - 1n, to: from - 1n, limit: 1 }) : [];
  const [previous] = before;
  if (previous) return { seq: from - 1n, hash: previous.entry.hash };
  const beginning = await beginningOf(sql, keys, streamId);
  // Nothing can vouch for a middle whose entry before is gone, so it is read from the beginning.
  return beginning;
}

/** The genesis, or the checkpoint that the last pruning signed and an `audit.pruned` entry names. */
async function beginningOf(sql: SqlRunner, keys: PublicKeys, streamId: string): Promise<Point> {
  const genesis = { seq: 0n, hash: genesisHash(streamId) };
  const [row] = await sql`select min(seq)::text as seq from audit_log.entries where stream_id = ${streamId}::bigint`;
  const { seq } = z.object({ seq: z.string().nullable() }).parse(row);
  if (seq === null || seq === '1') return genesis;
  const through = String(BigInt(seq) - 1n);
  const checkpoint = await checkpointUpTo(sql, streamId, through);
  const pruned = await sql`
    select 1 from audit_log.entries where stream_id = ${streamId}::bigint and kind = 'audit.pruned'
      and subject_type = 'checkpoint' and subject_id = ${through} limit 1`;
  const vouched = checkpoint?.seq === through && isSigned(keys, streamId, checkpoint) && pruned.length > 0;
  return vouched ? { seq: BigInt(through), hash: checkpoint.hash } : genesis;
}

async function entryOf(sql: SqlRunner, streamId: string, entryId: string): Promise<EntryRow | null> {
  const [row] = await sql`
    select entry from audit_log.chain where stream_id = ${streamId}::bigint and entry_id = ${entryId}::uuid`;
  return z.object({ entry: EntryRow }).optional().parse(row)?.entry ?? null;
}
