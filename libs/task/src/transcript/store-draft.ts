import type { SqlRunner } from '@foundry/messaging';
import type { Frame } from '@foundry/messaging/contracts';
import { z } from 'zod';
import type { ItemView } from '../contracts/index.js';
import type { Draft, DraftItem } from './draft.js';
import { beginning, bytesOf, jsonBytes, KIB } from './sizes.js';

/** `append` is at most 16 KiB, with its names. */
const APPEND_BYTES = 15 * KIB;

const Head = z.tuple([z.object({ head: z.coerce.number(), at: z.date() })]);

/** The transcript of which session, and what the entries are of. */
export interface Of {
  sessionId: string;
  turnId: string;
}

/** What was written, to be shown; `settle` after the commit, and not without it. */
export interface Written {
  frames: Frame[];
  settle(): void;
}

/**
 * Writes what a draft has new, in the caller's transaction. Places are counted by the row of the session, so that
 * entries of commands come between without a gap.
 */
export async function storeDraft(sql: SqlRunner, of: Of, draft: Draft): Promise<Written> {
  const items = draft.changes();
  const fresh = items.filter(({ seq }) => seq === null);
  const [{ head, at }] = Head.parse(
    await sql`update task.sessions set head_seq = head_seq + ${fresh.length} where session_id = ${of.sessionId}
      returning head_seq as head, date_trunc('milliseconds', clock_timestamp()) as at`,
  );
  const added = fresh.map((item, index) => ({ item, seq: head - fresh.length + 1 + index }));
  const changed = items.flatMap((item) => (item.seq === null ? [] : [{ item, seq: item.seq, ...growth(item) }]));
  if (added.length > 0) await insert(sql, of, added, at);
  if (changed.length > 0) await update(sql, of.sessionId, changed, at);
  const topic = `session:${of.sessionId}`;
  const shown = (item: DraftItem, seq: number, rev: number): Frame => ({
    ...{ topic, type: 'item' },
    data: viewOf(item, { seq, rev, turnId: of.turnId, createdAt: item.createdAt ?? at, updatedAt: at }),
  });
  const frames = [
    ...changed.flatMap(({ item, seq, pieces, rev }): Frame[] =>
      pieces === null
        ? [shown(item, seq, rev)]
        : pieces.map((piece, index) => ({
            ...{ topic, type: 'append' },
            data: { seq, rev: item.rev + index + 1, at: piece.at, text: piece.text },
          })),
    ),
    ...added.map(({ item, seq }) => shown(item, seq, 1)),
  ];
  const settle = (): void => {
    for (const { item, rev } of changed) item.rev = rev;
    for (const { item, seq } of added) Object.assign(item, { seq, createdAt: at });
    draft.stored();
  };
  return { frames, settle };
}

interface Growth {
  /** What it is after the change. */
  rev: number;
  more: string;
  /** Pieces to append; null: it is shown whole. */
  pieces: { at: number; text: string }[] | null;
}

function growth(item: DraftItem): Growth {
  const more = item.text.slice(item.storedLength);
  if (item.isReplaced) return { rev: item.rev + 1, more, pieces: null };
  const pieces: { at: number; text: string }[] = [];
  for (let at = 0; at < more.length;) {
    let text = beginning(more.slice(at), APPEND_BYTES);
    while (jsonBytes(text) > APPEND_BYTES) text = beginning(text, Math.floor(bytesOf(text) / 2));
    pieces.push({ at: item.storedLength + at, text });
    at += text.length;
  }
  return { rev: item.rev + pieces.length, more, pieces };
}

function viewOf(
  { kind, authorId, text, data, open }: DraftItem,
  place: { seq: number; rev: number; turnId: string; createdAt: Date; updatedAt: Date },
): ItemView {
  const { seq, rev, turnId, createdAt, updatedAt } = place;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { seq, rev, kind, turnId, authorId, text, data, open, ...times };
}

async function insert(
  sql: SqlRunner,
  { sessionId, turnId }: Of,
  added: readonly { item: DraftItem; seq: number }[],
  at: Date,
): Promise<void> {
  const rows = added.map(({ item: { kind, authorId, text, data, open, bytes }, seq }) => ({
    ...{ seq, kind, text, data, open, bytes, author_id: authorId },
  }));
  await sql`insert into task.items
      (session_id, seq, rev, turn_id, kind, author_id, text, data, open, bytes, created_at, updated_at)
    select ${sessionId}, i.seq, 1, ${turnId}, i.kind, i.author_id, i.text, i.data, i.open, i.bytes,
      ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as i(seq bigint, kind text, text text, data jsonb, open boolean, bytes integer, author_id bigint)`;
}

async function update(
  sql: SqlRunner,
  sessionId: string,
  changed: readonly (Growth & { item: DraftItem; seq: number })[],
  at: Date,
): Promise<void> {
  const rows = changed.map(({ item: { data, open, bytes }, seq, rev, more }) => ({
    ...{ seq, rev, more, data, open, bytes },
  }));
  await sql`update task.items i
    set text = i.text || c.more, data = c.data, open = c.open, bytes = c.bytes, rev = c.rev, updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c(seq bigint, rev integer, more text, data jsonb, open boolean, bytes integer)
    where i.session_id = ${sessionId} and i.seq = c.seq`;
}
