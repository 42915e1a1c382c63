import type { SqlRunner } from '@foundry/messaging';
import { z } from 'zod';
import { checkpointFrom, readHead, type SignedRow } from './chain-rows.js';

/** The times of what is asked for, of `occurred_at`, both included. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

/** A piece of a chain that a signature ends, so that it can be verified by itself. `end` is null for a chain without entries. */
export interface ExportRange {
  from: bigint;
  to: bigint;
  end: ({ type: 'head' | 'checkpoint' } & SignedRow) | null;
}

const Bounds = z.object({ first: z.string().nullable(), last: z.string().nullable() });

async function boundsOf(sql: SqlRunner, streamId: string, { from, to }: Period): Promise<z.infer<typeof Bounds>> {
  const [row] = await sql`
    select min(seq)::text as first, max(seq)::text as last from audit_log.entries
    where stream_id = ${streamId}::bigint
      and occurred_at >= ${from ?? '-infinity'}::timestamptz and occurred_at <= ${to ?? 'infinity'}::timestamptz`;
  return Bounds.parse(row);
}

async function beginningOf(sql: SqlRunner, streamId: string): Promise<bigint> {
  const [row] = await sql`select seq::text as first, null as last from audit_log.entries
    where stream_id = ${streamId}::bigint order by entries.seq limit 1`;
  return BigInt(Bounds.optional().parse(row)?.first ?? '1');
}

/**
 * The smallest piece of the chain that holds every entry of the period and ends with a signature: at the first checkpoint
 * that is not before its last entry, else at the head. A piece is whole, so it may hold entries of other times; a period
 * without entries is an empty piece at the head.
 */
export async function exportRange(sql: SqlRunner, streamId: string, period: Period): Promise<ExportRange> {
  const head = await readHead(sql, streamId);
  if (!head) return { from: 1n, to: 0n, end: null };
  const whole: ExportRange = {
    from: await beginningOf(sql, streamId),
    to: BigInt(head.seq),
    end: { type: 'head', ...head },
  };
  if (period.from === undefined && period.to === undefined) return whole;
  const { first, last } = await boundsOf(sql, streamId, period);
  if (first === null || last === null) return { ...whole, from: whole.to + 1n };
  const from = period.from === undefined ? whole.from : BigInt(first);
  const checkpoint = period.to === undefined ? null : await checkpointFrom(sql, streamId, last);
  if (!checkpoint) return { ...whole, from };
  return { from, to: BigInt(checkpoint.seq), end: { type: 'checkpoint', ...checkpoint } };
}
