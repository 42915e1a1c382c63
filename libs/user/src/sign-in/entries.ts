import { randomUUID } from 'node:crypto';
import { type AppendAuditEntry, appendAuditEntry, type AuditKind, INSTANCE_STREAM } from '@foundry/audit-log/contracts';
import type { AuditRecord } from '@foundry/messaging/contracts';

type Rest = Pick<AuditRecord, 'subject' | 'actor' | 'streamId' | 'outcome' | 'details'> & { code?: string };

function entry(kind: AuditKind, commandId: string, rest: Rest): AppendAuditEntry {
  return appendAuditEntry({
    entryId: randomUUID(),
    kind,
    occurredAt: new Date().toISOString(),
    via: 'session',
    commandId,
    correlationId: randomUUID(),
    ...rest,
  });
}

const by = (userId: string) => ({
  streamId: userId,
  subject: { type: 'user', id: userId },
  actor: { kind: 'user' as const, id: userId },
  outcome: 'done' as const,
});

interface Deed {
  userId: string;
  /** The command that was stored with the rows. */
  commandId: string;
}

export const signedInEntry = ({ userId, commandId, addressPrefix }: Deed & { addressPrefix: string }) =>
  entry('user.signed_in', commandId, { ...by(userId), details: { addressPrefix } });

export const signedOutEntry = ({ userId, commandId }: Deed) =>
  entry('user.signed_out', commandId, { ...by(userId), details: {} });

export const sessionsEndedEntry = ({ userId, commandId, count }: Deed & { count: number }) =>
  entry('user.sessions_ended', commandId, { ...by(userId), details: { count } });

/** A refusal belongs to nobody known, so it stands in the instance's stream. */
export const refusedEntry = ({ error, addressPrefix }: { error: string; addressPrefix: string }) =>
  entry('user.sign_in_refused', randomUUID(), {
    streamId: INSTANCE_STREAM,
    subject: { type: 'sign_in', id: error },
    actor: { kind: 'system', id: 'user' },
    outcome: 'refused',
    code: `sign_in.${error}`,
    details: { addressPrefix, reason: error },
  });
