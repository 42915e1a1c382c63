import { randomUUID } from 'node:crypto';
import { type AppendAuditEntry, appendAuditEntry } from '@foundry/audit-log/contracts';
import type { CredentialMode, CredentialRefusal, CredentialRequest } from '../contracts/index.js';

function entry(
  { userId, organizationId, repositoryId }: CredentialRequest,
  effectId: string,
  rest: { kind: string; outcome: 'done' | 'refused'; code?: string; leaseId: string | null; details: object },
): AppendAuditEntry {
  const { leaseId, details, ...said } = rest;
  return appendAuditEntry({
    ...said,
    entryId: randomUUID(),
    occurredAt: new Date().toISOString(),
    streamId: organizationId,
    repositoryId,
    subject: leaseId === null ? { type: 'repository', id: repositoryId } : { type: 'credential', id: leaseId },
    actor: { kind: 'system', id: 'user' },
    onBehalfOf: userId,
    via: 'reaction',
    // no command asks for a lease; the effect that did is what the history knows
    commandId: effectId,
    correlationId: randomUUID(),
    details: { leaseId, ...details },
  });
}

/** A credential of a person was lent; the organization's audit log says for what. */
export const leasedEntry = (
  request: CredentialRequest,
  effectId: string,
  { leaseId, mode }: { leaseId: string; mode: CredentialMode },
): AppendAuditEntry =>
  entry(request, effectId, {
    kind: 'credential.leased',
    outcome: 'done',
    leaseId,
    details: { purpose: request.purpose, mode, userId: request.userId },
  });

/** One was asked for and not lent. */
export const refusedLeaseEntry = (
  request: CredentialRequest,
  effectId: string,
  code: CredentialRefusal,
): AppendAuditEntry =>
  entry(request, effectId, {
    kind: 'credential.refused',
    outcome: 'refused',
    code,
    leaseId: null,
    details: { purpose: request.purpose, reason: code, userId: request.userId },
  });
