import { Database, type SqlRunner } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { AUDIT_KINDS, type AuditEntryView } from '../contracts/index.js';
import { ChainRow, LAST_SEQ } from './chain-rows.js';
import { type Part, part, runParts } from './conditions.js';
import { entryView } from './entry-view.js';

/** What to show; filters are joined by and, the values of one by or. */
export interface AuditFilter {
  actor?: readonly string[] | undefined;
  /** Exact, or all of a prefix: `member.*`. */
  kind?: readonly string[] | undefined;
  outcome?: readonly ('done' | 'refused')[] | undefined;
  task?: readonly string[] | undefined;
  repository?: readonly string[] | undefined;
  branch?: readonly string[] | undefined;
  subject?: readonly { type: string; id: string }[] | undefined;
  correlation?: readonly string[] | undefined;
  /** Of `occurred_at`, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

/** Declared kinds that a filter names; a prefix stands for all of its subject's. */
export const kindsOf = (filter: string): string[] =>
  filter.endsWith('.*') ? Object.keys(AUDIT_KINDS).filter((kind) => kind.startsWith(filter.slice(0, -1))) : [filter];

/** One value is compared, several are looked up: only a comparison lets an index give the order. */
function oneOf<T>(
  values: readonly T[] | undefined,
  one: (value: T) => Part,
  several: (values: readonly T[]) => Part,
): Part[] {
  if (!values || values.length === 0) return [];
  const [first] = values;
  return values.length === 1 && first !== undefined ? [one(first)] : [several(values)];
}

const conditions = (filter: AuditFilter): Part[] => [
  ...oneOf(
    filter.actor,
    (id) => part`and actor_id = ${id}`,
    (ids) => part`and actor_id = any(${ids}::text[])`,
  ),
  ...oneOf(
    filter.kind?.flatMap(kindsOf),
    (kind) => part`and kind = ${kind}`,
    (kinds) => part`and kind = any(${kinds}::text[])`,
  ),
  ...oneOf(filter.outcome, outcomeIs, () => part`and true`),
  ...oneOf(
    filter.task,
    (id) => part`and task_id = ${id}::uuid`,
    (ids) => part`and task_id = any(${ids}::uuid[])`,
  ),
  ...oneOf(
    filter.repository,
    (id) => part`and repository_id = ${id}::bigint`,
    (ids) => part`and repository_id = any(${ids}::bigint[])`,
  ),
  ...oneOf(
    filter.branch,
    (name) => part`and branch = ${name}`,
    (names) => part`and branch = any(${names}::text[])`,
  ),
  ...oneOf(
    filter.subject,
    ({ type, id }) => part`and subject_type = ${type} and subject_id = ${id}`,
    (subjects) => part`and (subject_type, subject_id) in (
      select * from unnest(${subjects.map(({ type }) => type)}::text[], ${subjects.map(({ id }) => id)}::text[]))`,
  ),
  ...oneOf(
    filter.correlation,
    (id) => part`and correlation_id = ${id}::uuid`,
    (ids) => part`and correlation_id = any(${ids}::uuid[])`,
  ),
];

/** Written out, so that the index of refusals fits. */
const outcomeIs = (outcome: 'done' | 'refused'): Part =>
  outcome === 'refused' ? part`and outcome = 'refused'` : part`and outcome = 'done'`;

/**
 * A list is in order of chaining, so a time alone would be looked for from the end of the chain. Checkpoints bound the
 * search: an entry is chained after it occurred, and rarely more than a day later; those that were have an index.
 */
const since = (streamId: string, from: string): Part => part`and occurred_at >= ${from}::timestamptz
  and seq >= coalesce((select max(seq) from audit_log.checkpoints
    where stream_id = ${streamId}::bigint and at < ${from}::timestamptz - interval '1 hour'), 0)`;

const until = (streamId: string, to: string): Part => part`and occurred_at <= ${to}::timestamptz
  and seq <= greatest(
    coalesce((select min(seq) from audit_log.checkpoints
      where stream_id = ${streamId}::bigint and at > ${to}::timestamptz + interval '25 hours'), ${LAST_SEQ}::bigint),
    (select max(seq) from audit_log.entries
      where stream_id = ${streamId}::bigint and recorded_at - occurred_at > interval '24 hours'))`;

/**
 * The entries of a stream, newest first by number, those before `before` when it is given. A kind that is not declared
 * or an unknown actor is an empty list.
 */
@Injectable()
export class AuditList {
  constructor(private readonly database: Database) {}

  async of(streamId: string, filter: AuditFilter, before: string | null, take: number): Promise<AuditEntryView[]> {
    if (filter.kind && filter.kind.flatMap(kindsOf).length === 0) return [];
    return listEntries(this.database.sql, streamId, filter, before, take);
  }
}

async function listEntries(
  sql: SqlRunner,
  streamId: string,
  filter: AuditFilter,
  before: string | null,
  take: number,
): Promise<AuditEntryView[]> {
  const rows = await runParts(sql, [
    part`select recorded_at, entry, details from audit_log.chain where stream_id = ${streamId}::bigint`,
    ...(before === null ? [] : [part`and seq < ${before}::bigint`]),
    ...conditions(filter),
    ...(filter.from === undefined ? [] : [since(streamId, filter.from)]),
    ...(filter.to === undefined ? [] : [until(streamId, filter.to)]),
    part`order by seq desc limit ${take}::int`,
  ]);
  return ChainRow.array().parse(rows).map(entryView);
}
