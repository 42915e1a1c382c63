import { randomBytes } from 'node:crypto';
import { detailsDigest, entryHash } from '#audit-verify';
import { AUDIT_KINDS, isAuditKind, MAX_DETAILS_BYTES } from '../contracts/index.js';
import type { AppendPayload } from '../contracts/index.js';

/** What a sender says about an act; the chain adds its place. */
export type EntryDraft = Omit<AppendPayload, 'organizationId'>;

/** The version of the entries' form, which the hash covers. */
export const ENTRY_VERSION = 1;

/** Every column of an entry that its hash covers, as the hash sees it, and the hash. */
export interface ChainedEntry {
  stream_id: string;
  seq: string;
  entry_id: string;
  v: number;
  occurred_at: string;
  kind: string;
  outcome: 'done' | 'refused';
  code: string | null;
  actor_kind: string;
  actor_id: string;
  on_behalf_of: string | null;
  via: string;
  command_id: string;
  correlation_id: string;
  subject_type: string;
  subject_id: string;
  task_id: string | null;
  repository_id: string | null;
  branch: string | null;
  details_digest: string;
  previous_hash: string;
  hash: string;
}

/** An entry with its details, ready to be stored. */
export interface Link {
  entry: ChainedEntry;
  salt: Buffer;
  data: Record<string, unknown>;
}

/** RFC 3339 in UTC with six digits, as Postgres stores it. `2026-11-21T10:00:00Z` becomes `2026-11-21T10:00:00.000000Z`. */
export function withMicroseconds(time: string): string {
  const [, seconds = '', fraction = ''] = /^(.{19})(?:\.([0-9]+))?Z$/.exec(time) ?? [];
  if (seconds === '') throw new Error(`${time} is not a time in UTC with seconds.`);
  return `${seconds}.${fraction.slice(0, 6).padEnd(6, '0')}Z`;
}

/** Throws for an undeclared kind, or details that do not fit it: both are bugs of the sender. */
function mustBeDeclared({ kind, details }: EntryDraft): void {
  if (!isAuditKind(kind)) throw new Error(`The audit kind ${kind} is not declared; add it to AUDIT_KINDS.`);
  const fits = AUDIT_KINDS[kind].safeParse(details);
  if (!fits.success) throw new Error(`The details of ${kind} do not fit its schema: ${fits.error.message}`);
  const bytes = Buffer.byteLength(JSON.stringify(details));
  if (bytes > MAX_DETAILS_BYTES)
    throw new Error(`The details of ${kind} have ${String(bytes)} bytes; send them through appendAuditEntry.`);
}

/** The entry after `previous`: number, link, digest of its details and hash. */
export function chain(draft: EntryDraft, previous: { seq: string; hash: string }, salt = randomBytes(16)): Link {
  mustBeDeclared(draft);
  const { details, subject, actor } = draft;
  const entry = {
    stream_id: draft.streamId,
    seq: String(BigInt(previous.seq) + 1n),
    entry_id: draft.entryId.toLowerCase(),
    v: ENTRY_VERSION,
    occurred_at: withMicroseconds(draft.occurredAt),
    kind: draft.kind,
    outcome: draft.outcome,
    code: draft.code ?? null,
    actor_kind: actor.kind,
    actor_id: actor.id,
    on_behalf_of: draft.onBehalfOf ?? null,
    via: draft.via,
    command_id: draft.commandId.toLowerCase(),
    correlation_id: draft.correlationId.toLowerCase(),
    subject_type: subject.type,
    subject_id: subject.id,
    task_id: draft.taskId?.toLowerCase() ?? null,
    repository_id: draft.repositoryId ?? null,
    branch: draft.branch ?? null,
    details_digest: detailsDigest(salt.toString('hex'), details),
    previous_hash: previous.hash,
  };
  return { entry: { ...entry, hash: entryHash(entry) }, salt, data: details };
}
