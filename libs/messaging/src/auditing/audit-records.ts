import type { AuditRecord, AuditSubject, CommandClass, CommandMessage, Envelope } from '../contracts/index.js';
import type { Rejection } from '../rejections/rejection.js';
import { derivedId } from '../identity/derived-id.js';

/** How a record becomes a command of the audit log. The kernel knows no module, so the app hands this in. */
export abstract class AuditPort {
  abstract append(record: AuditRecord): CommandMessage;
}

interface Deed {
  envelope: Envelope;
  command: CommandClass;
  payload: Record<string, unknown>;
  now: Date;
}

/**
 * The entries of a handled command: those the handler named, else the declared one if the command changed anything.
 * A declared `none` makes none, whatever the handler said.
 */
export function recordsOfHandled(deed: Deed, named: readonly AuditSubject[], changed: boolean): AuditRecord[] {
  const { audit } = deed.command.definition;
  if ('none' in audit) return [];
  const declared = changed && !audit.each ? [audit.entry(deed.payload)] : [];
  const subjects = named.length > 0 ? named : declared;
  return subjects.map((subject, ordinal) =>
    record(deed, subject.kind ?? audit.kind, subject, ordinal, { outcome: 'done' }),
  );
}

/** A refusal is an entry only where its rejection says so. */
export function recordsOfRejected(deed: Deed, rejection: Rejection): AuditRecord[] {
  const { audit } = deed.command.definition;
  if ('none' in audit || !rejection.audited) return [];
  return [record(deed, audit.kind, audit.entry(deed.payload), 0, { outcome: 'refused', code: rejection.code })];
}

function record(
  { envelope, now }: Deed,
  kind: string,
  { kind: _named, ...subject }: AuditSubject,
  ordinal: number,
  end: { outcome: 'done' } | { outcome: 'refused'; code: string },
): AuditRecord {
  const { actor } = envelope;
  const person = actor.kind === 'user' ? undefined : actor.onBehalfOf;
  return {
    ...subject,
    details: subject.details ?? {},
    entryId: derivedId(envelope.id, 'audit', String(ordinal)),
    streamId: subject.streamId ?? envelope.organizationId ?? (actor.kind === 'user' ? actor.userId : '0'),
    kind,
    occurredAt: now.toISOString(),
    ...end,
    actor: actor.kind === 'user' ? { kind: 'user', id: actor.userId } : { kind: 'system', id: actor.module },
    ...(person === undefined ? {} : { onBehalfOf: person }),
    via: actor.kind === 'user' ? actor.via : 'reaction',
    commandId: envelope.id,
    correlationId: envelope.correlationId,
  };
}
