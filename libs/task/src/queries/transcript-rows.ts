import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ItemView, type TranscriptPage } from '../contracts/index.js';

const Row = z
  .object({
    ...ItemView.shape,
    seq: z.coerce.number(),
    authorId: z.coerce.string().nullable(),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .transform((row): ItemView => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
/** A row of `task.items` with the names of a view. */
export const itemViewOf = (row: unknown): ItemView => Row.parse(row);

const Head = z.array(z.object({ head: z.coerce.number() }));

/** Which part is asked for: the entries before one, those after one, or the newest. */
export interface Part {
  before: number | null;
  after: number | null;
  limit: number;
}

/** What was said in a session. It outlives machines, the session and the archive. */
@Injectable()
export class TranscriptRows {
  constructor(private readonly database: Database) {}

  async page(sessionId: string, { before, after, limit }: Part): Promise<TranscriptPage> {
    const { sql } = this.database;
    // Read before the entries: whoever holds this head misses nothing that comes after it.
    const [row] = Head.parse(await sql`select head_seq as head from task.sessions where session_id = ${sessionId}`);
    const headSeq = row?.head ?? 0;
    const rows =
      after === null
        ? await sql`select * from (
            select seq, rev, kind, turn_id as "turnId", author_id as "authorId", text, data, open,
              created_at as "createdAt", updated_at as "updatedAt" from task.items
            where session_id = ${sessionId} and (${before}::bigint is null or seq < ${before}::bigint)
            order by seq desc limit ${limit}) newest order by seq`
        : await sql`select seq, rev, kind, turn_id as "turnId", author_id as "authorId", text, data, open,
              created_at as "createdAt", updated_at as "updatedAt" from task.items
            where session_id = ${sessionId} and seq > ${after} order by seq limit ${limit}`;
    const items = Row.array().parse(rows);
    const first = items[0]?.seq;
    return { items, firstSeq: headSeq === 0 ? 0 : 1, headSeq, hasMoreBefore: first !== undefined && first > 1 };
  }
}
