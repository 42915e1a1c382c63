import { AuditRecord, command, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { redactText } from './redaction.js';
import { storableDetails, storableText } from './storable-details.js';
import { INSTANCE_STREAM, StreamId } from './stream-id.js';

export const AppendPayload = AuditRecord.extend({
  streamId: StreamId,
  /** Whose history shows this command; null for the instance's stream. */
  organizationId: Id64.nullable(),
});
export type AppendPayload = z.infer<typeof AppendPayload>;

/**
 * Adds one entry to the end of its stream's chain. Sent by the kernel and beside auth rows, never from outside.
 * Refused with nothing: a kind that is not declared, or details that do not fit it, are a bug of the sender.
 * A known `entryId` changes nothing.
 */
export class AppendAuditEntry extends command({
  name: 'audit-log.append',
  entity: 'streamId',
  organization: 'organizationId',
  payload: AppendPayload,
  result: z.object({ seq: z.string() }),
  audit: { none: 'derived' },
}) {}

const kept = (text: string, limit: number): string => redactText(storableText(text)).slice(0, limit);

/**
 * The command that appends `record`. Secrets of known forms, full network addresses and what Postgres cannot store
 * leave it here, before anything is written; details above 16 KiB are cut at whole fields.
 */
export function appendAuditEntry(record: AuditRecord): AppendAuditEntry {
  const { subject, actor, branch } = record;
  return new AppendAuditEntry({
    ...record,
    organizationId: record.streamId === INSTANCE_STREAM ? null : record.streamId,
    subject: { type: subject.type, id: kept(subject.id, 80) },
    actor: { kind: actor.kind, id: kept(actor.id, 120) },
    ...(branch === undefined ? {} : { branch: kept(branch, 255) }),
    details: storableDetails(record.details),
  });
}
