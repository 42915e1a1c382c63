import { Database } from '@foundry/messaging';
import { Id64, Timestamp } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ItemKind } from '../contracts/index.js';

const AROUND = 80;
const OUTLINE = 500;
const FIRST_WORDS = 200;

const place = {
  seq: z.int().min(1).meta({ description: 'Its place in the transcript.' }),
  kind: ItemKind.meta({ description: 'What it is.' }),
  createdAt: Timestamp.meta({ description: 'When it began.' }),
};

/** An entry that was found. */
export const FoundItem = z
  .object({ ...place, excerpt: z.string().meta({ description: 'The words with what stands around them.' }) })
  .meta({ id: 'FoundItem', description: 'An entry that was found.' });
export type FoundItem = z.infer<typeof FoundItem>;

/** An entry of the outline. */
export const OutlineItem = z
  .object({
    ...place,
    authorId: Id64.nullable().meta({ description: 'Who wrote it; null: not a person.' }),
    text: z.string().meta({ description: 'How it begins, at most 200 characters.' }),
  })
  .meta({ id: 'OutlineItem', description: 'An entry of the outline.' });
export type OutlineItem = z.infer<typeof OutlineItem>;

const stored = { seq: z.coerce.number(), createdAt: z.date().transform((at) => at.toISOString()) };
const FoundRow = z.array(FoundItem.extend(stored));
const OutlineRow = z.array(OutlineItem.extend({ ...stored, authorId: z.coerce.string().nullable() }));

/** Finds places in a transcript without reading all of it to the caller. */
@Injectable()
export class TranscriptFinder {
  constructor(private readonly database: Database) {}

  /** Entries with these words, newest first. */
  async search(sessionId: string, words: string, before: number | null, take: number): Promise<FoundItem[]> {
    const rows = await this.database.sql`
      select seq, kind, created_at as "createdAt",
        substr(text, greatest(1, at - ${AROUND}::int), length(${words}::text) + 2 * ${AROUND}::int) as excerpt
      from (select seq, kind, created_at, text, position(lower(${words}::text) in lower(text)) as at
        from task.items where session_id = ${sessionId} and (${before}::bigint is null or seq < ${before}::bigint)) found
      where at > 0 order by seq desc limit ${take}`;
    return FoundRow.parse(rows);
  }

  async outline(sessionId: string): Promise<OutlineItem[]> {
    const rows = await this.database.sql`
      select * from (
        select seq, kind, created_at as "createdAt", author_id as "authorId", left(text, ${FIRST_WORDS}) as text
        from task.items where session_id = ${sessionId} and kind in ('user_message', 'git', 'error')
        order by seq desc limit ${OUTLINE}) newest order by seq`;
    return OutlineRow.parse(rows);
  }
}
