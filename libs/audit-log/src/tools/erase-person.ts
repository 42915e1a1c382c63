import { randomUUID } from 'node:crypto';
import type { SqlRunner } from '@foundry/messaging';
import { z } from 'zod';
import { PERSON_SUBJECTS } from '#audit-verify';
import { appendToChain } from '../domain/append-to-chain.js';
import type { SigningKey } from '../domain/signing-keys.js';
import type { DatabaseSession } from './database-session.js';
import { maintenanceEntry } from './maintenance-entry.js';

const Streams = z.array(z.object({ stream_id: z.string() }));
const Seqs = z.array(z.object({ seq: z.string() }));

/** Streams with details of this person that are still there. */
async function streamsOf(sql: SqlRunner, userId: string): Promise<string[]> {
  const rows = await sql`
    select distinct e.stream_id::text from audit_log.entries e
    join audit_log.details d on d.stream_id = e.stream_id and d.seq = e.seq
    where d.data is not null and e.kind <> 'audit.details_erased'
      and (e.actor_id = ${userId} or e.on_behalf_of = ${userId}
        or (e.subject_type = any(${PERSON_SUBJECTS}::text[]) and e.subject_id = ${userId}))`;
  return Streams.parse(rows).map(({ stream_id: streamId }) => streamId);
}

/** The head is locked first, so that what is counted is what is erased. */
async function eraseInStream(
  sql: SqlRunner,
  key: SigningKey,
  streamId: string,
  userId: string,
  now: Date,
): Promise<number> {
  await sql`select 1 from audit_log.heads where stream_id = ${streamId}::bigint for update`;
  const rows = await sql`
    select e.seq::text from audit_log.entries e
    join audit_log.details d on d.stream_id = e.stream_id and d.seq = e.seq
    where e.stream_id = ${streamId}::bigint and d.data is not null and e.kind <> 'audit.details_erased'
      and (e.actor_id = ${userId} or e.on_behalf_of = ${userId}
        or (e.subject_type = any(${PERSON_SUBJECTS}::text[]) and e.subject_id = ${userId}))`;
  const seqs = Seqs.parse(rows).map(({ seq }) => seq);
  if (seqs.length === 0) return 0;
  const entry = maintenanceEntry(
    streamId,
    'audit.details_erased',
    { type: 'user', id: userId },
    { userId, count: seqs.length },
    now,
  );
  await appendToChain(sql, key, entry, now, () => randomUUID());
  await sql`
    update audit_log.details set salt = null, data = null, erased_by = ${entry.entryId}::uuid
    where stream_id = ${streamId}::bigint and seq = any(${seqs}::bigint[])`;
  return seqs.length;
}

/**
 * Erases the details of every entry in which the person is actor, on_behalf_of or subject, one stream a transaction, and
 * tells it in that stream. Chain, ids and kinds stay. Returns the count for each stream.
 */
export async function erasePerson(
  session: DatabaseSession,
  key: SigningKey,
  userId: string,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const erased = new Map<string, number>();
  for (const streamId of await session.maintain((sql) => streamsOf(sql, userId))) {
    erased.set(streamId, await session.maintain((sql) => eraseInStream(sql, key, streamId, userId, now)));
  }
  return erased;
}
