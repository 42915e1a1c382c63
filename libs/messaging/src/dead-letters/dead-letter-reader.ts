import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type DeadLetterDetail, DeadLetterState, type DeadLetterView } from '../contracts/index.js';
import { Database } from '../database/database.js';
import { StoredTime } from '../history/stored.js';

const LetterRow = z.object({
  id: z.string(),
  source: z.enum(['command', 'effect', 'reaction', 'broker']),
  module: z.string(),
  organization_id: z.string().nullable(),
  envelope: z.record(z.string(), z.unknown()).nullable(),
  raw: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  stack: z.string().nullable(),
  attempts: z.number(),
  died_at: StoredTime,
  state: DeadLetterState,
  resolved_by: z.string().nullable(),
  resolved_at: StoredTime.nullable(),
  retried_as: z.string().nullable(),
  reason: z.string().nullable(),
  /** `died_at` in full precision. */
  place: z.string(),
});
export type LetterRow = z.infer<typeof LetterRow>;

export interface LetterFilter {
  states: readonly DeadLetterState[] | null;
  modules: readonly string[] | null;
  /** Null: of all organizations, and of none. */
  organizations: readonly string[] | null;
}

export interface LetterPlace {
  at: string;
  id: string;
}

/** What could not be handled. */
@Injectable()
export class DeadLetterReader {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page(filter: LetterFilter, after: LetterPlace | null, take: number): Promise<LetterRow[]> {
    const rows = await this.database.sql`
      select id, source, module, organization_id, envelope, null as raw, code, message, null as stack, attempts, died_at,
        state, resolved_by, resolved_at, retried_as, reason, died_at::text as place
      from messaging.dead_letter
      where (${filter.states}::text[] is null or state = any(${filter.states}::text[]))
        and (${filter.modules}::text[] is null or module = any(${filter.modules}::text[]))
        and (${filter.organizations}::bigint[] is null or organization_id = any(${filter.organizations}::bigint[]))
        and (${after?.at ?? null}::timestamptz is null
          or (died_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by died_at desc, id desc limit ${take}`;
    return LetterRow.array().parse(rows);
  }

  async find(deadLetterId: string): Promise<LetterRow | null> {
    const rows = await this.database.sql`
      select id, source, module, organization_id, envelope, encode(raw, 'base64') as raw, code, message, stack, attempts,
        died_at, state, resolved_by, resolved_at, retried_as, reason, died_at::text as place
      from messaging.dead_letter where id = ${deadLetterId}`;
    return LetterRow.array().parse(rows)[0] ?? null;
  }
}

const Named = z.object({
  id: z.uuid().nullable().catch(null),
  eventId: z.uuid().nullable().catch(null),
  name: z.string().nullable().catch(null),
  event: z.string().nullable().catch(null),
  entityId: z.string().nullable().catch(null),
  cause: z.object({ entityId: z.string().nullable().catch(null) }).catch({ entityId: null }),
});

/** What the letter is about: the dead message itself, or the event that its reaction failed on. */
export function aboutOf(row: LetterRow): { name: string | null; entityId: string | null; messageId: string | null } {
  const parsed = Named.safeParse(row.envelope);
  if (!parsed.success) return { name: null, entityId: null, messageId: null };
  const { id, eventId, name, event, entityId, cause } = parsed.data;
  return { name: name ?? event, entityId: entityId ?? cause.entityId, messageId: id ?? eventId };
}

export function letterView(row: LetterRow): DeadLetterView {
  return {
    deadLetterId: row.id,
    source: row.source,
    module: row.module,
    organizationId: row.organization_id,
    ...aboutOf(row),
    code: row.code,
    message: row.message,
    attempts: row.attempts,
    diedAt: row.died_at,
    state: row.state,
    resolvedBy: row.resolved_by,
    resolvedAt: row.resolved_at,
    retriedAs: row.retried_as,
    reason: row.reason,
    actions: row.state !== 'open' ? [] : row.envelope === null ? ['discard'] : ['retry', 'discard'],
  };
}

export const letterDetail = (row: LetterRow, isOperator: boolean): DeadLetterDetail => ({
  ...letterView(row),
  envelope: row.envelope,
  stack: isOperator ? row.stack : null,
  raw: isOperator ? (row.raw?.replaceAll('\n', '') ?? null) : null,
});
