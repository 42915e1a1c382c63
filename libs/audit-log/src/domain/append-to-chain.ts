import type { SqlRunner } from '@foundry/messaging';
import { z } from 'zod';
import { genesisHash } from '#audit-verify';
import { chain, type EntryDraft, type Link } from './chained-entry.js';
import { keyChange } from './key-change.js';
import { type SignedPoint, type SigningKey } from './signing-keys.js';

/** A checkpoint is due after this many entries, or this long after the last one. */
const CHECKPOINT_ENTRIES = 1000n;
const CHECKPOINT_MS = 60 * 60 * 1000;

const Place = z.object({
  known: z.string().nullable(),
  seq: z.string().nullable(),
  hash: z.string().nullable(),
  signature: z.string().nullable(),
  key_id: z.string().nullable(),
  checkpoint_seq: z.string().nullable(),
  checkpoint_at: z.date().nullable(),
});
type Place = z.infer<typeof Place>;

/** What an append did: the entry's number, what was added (nothing when it was known), and the checkpoint it made. */
export interface Appended {
  seq: string;
  links: readonly Link[];
  checkpoint: SignedPoint | null;
}

/** Locks the head; the entity's mailbox lets one append at a time through, and the offline tools wait here. */
async function placeOf(sql: SqlRunner, { streamId, entryId }: EntryDraft): Promise<Place> {
  const [row] = await sql`
    with head as materialized (
      select seq, hash, signature, key_id from audit_log.heads where stream_id = ${streamId}::bigint for update
    )
    select (select seq::text from audit_log.entries where stream_id = ${streamId}::bigint and entry_id = ${entryId}::uuid) as known,
      head.seq::text, encode(head.hash, 'hex') as hash, encode(head.signature, 'hex') as signature, head.key_id,
      last.seq::text as checkpoint_seq, last.at as checkpoint_at
    from (select) one
    left join head on true
    left join lateral (
      select seq, at from audit_log.checkpoints where stream_id = ${streamId}::bigint order by seq desc limit 1
    ) last on true`;
  return Place.parse(row);
}

const isDue = (seq: string, place: Place, now: Date): boolean =>
  place.checkpoint_at === null ||
  BigInt(seq) - BigInt(place.checkpoint_seq ?? '0') >= CHECKPOINT_ENTRIES ||
  now.getTime() - place.checkpoint_at.getTime() >= CHECKPOINT_MS;

/** The last head that the key before signed stays as a checkpoint, so that its entries keep their witness. */
async function keepOldHead(sql: SqlRunner, streamId: string, place: Place, now: Date): Promise<void> {
  await sql`
    insert into audit_log.checkpoints (stream_id, seq, hash, at, signature, key_id)
    values (${streamId}::bigint, ${place.seq}::bigint, decode(${place.hash}, 'hex'), ${now}::timestamptz, decode(${place.signature}, 'hex'), ${place.key_id})
    on conflict (stream_id, seq) do nothing`;
}

/** One statement stores entry, details, head and, when it is due, the checkpoint. */
async function store(
  sql: SqlRunner,
  { entry: e, salt, data }: Link,
  head: SignedPoint,
  now: Date,
  checkpoint: boolean,
): Promise<void> {
  await sql`
    with entry as (
      insert into audit_log.entries (stream_id, seq, entry_id, v, occurred_at, recorded_at, kind, outcome, code, actor_kind, actor_id,
        on_behalf_of, via, command_id, correlation_id, subject_type, subject_id, task_id, repository_id, branch,
        details_digest, previous_hash, hash)
      values (${e.stream_id}::bigint, ${e.seq}::bigint, ${e.entry_id}::uuid, ${e.v}::int, ${e.occurred_at}::timestamptz,
        ${now}::timestamptz, ${e.kind}, ${e.outcome}, ${e.code}, ${e.actor_kind}, ${e.actor_id}, ${e.on_behalf_of}, ${e.via},
        ${e.command_id}::uuid, ${e.correlation_id}::uuid, ${e.subject_type}, ${e.subject_id}, ${e.task_id}::uuid,
        ${e.repository_id}::bigint, ${e.branch}, decode(${e.details_digest}, 'hex'), decode(${e.previous_hash}, 'hex'),
        decode(${e.hash}, 'hex'))
    ), detail as (
      insert into audit_log.details (stream_id, seq, salt, data)
      values (${e.stream_id}::bigint, ${e.seq}::bigint, ${salt}::bytea, ${JSON.stringify(data)}::jsonb)
    ), checkpoint as (
      insert into audit_log.checkpoints (stream_id, seq, hash, at, signature, key_id)
      select ${e.stream_id}::bigint, ${e.seq}::bigint, decode(${e.hash}, 'hex'), ${now}::timestamptz,
        decode(${head.signature}, 'hex'), ${head.key_id}
      where ${checkpoint}::boolean
    )
    insert into audit_log.heads (stream_id, seq, hash, signature, key_id, updated_at)
    values (${e.stream_id}::bigint, ${e.seq}::bigint, decode(${e.hash}, 'hex'), decode(${head.signature}, 'hex'), ${head.key_id}, ${now}::timestamptz)
    on conflict (stream_id) do update set seq = excluded.seq, hash = excluded.hash, signature = excluded.signature,
      key_id = excluded.key_id, updated_at = excluded.updated_at`;
}

/**
 * Adds one entry to the end of its stream within the caller's transaction: two statements. When the signing key is another
 * than the head's, an entry `audit.key_changed` comes first. A known `entryId` changes nothing. Throws for an undeclared kind.
 * @param newId gives the id of that entry; the same for the same append
 */
export async function appendToChain(
  sql: SqlRunner,
  key: SigningKey,
  draft: EntryDraft,
  now: Date,
  newId: (label: string) => string,
): Promise<Appended> {
  const place = await placeOf(sql, draft);
  if (place.known !== null) return { seq: place.known, links: [], checkpoint: null };
  const { streamId } = draft;
  const start = { seq: place.seq ?? '0', hash: place.hash ?? genesisHash(streamId) };
  const links: Link[] = [];
  if (place.key_id !== null && place.key_id !== key.id) {
    links.push(chain(keyChange(draft, place.key_id, key.id, newId('audit.key_changed')), start));
    await keepOldHead(sql, streamId, place, now);
  }
  links.push(chain(draft, links[0]?.entry ?? start));
  let checkpoint: SignedPoint | null = null;
  let seq = start.seq;
  for (const link of links) {
    ({ seq } = link.entry);
    const head = key.sign(streamId, seq, link.entry.hash);
    const due = checkpoint === null && (links.length > 1 || isDue(seq, place, now));
    await store(sql, link, head, now, due);
    if (due) checkpoint = head;
  }
  return { seq, links, checkpoint };
}
