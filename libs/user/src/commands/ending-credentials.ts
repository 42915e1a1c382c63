import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { endLeases, type EndedLease } from '../auth-rows/ended-leases.js';
import { type CredentialEnd, CredentialsEnded, type EndCredentials, EndGithubCredential } from '../contracts/index.js';

/** Nobody did these; a person or GitHub did. They are told and audited, all others are the usual end. */
const EARLY: readonly CredentialEnd[] = [
  'member_removed',
  'role_lowered',
  'access_lowered',
  'authorization_revoked',
  'owner_changed',
  'user_deleted',
];

const Version = z.array(z.object({ version: z.int() }));

/** Ends leases here at once, and has their tokens ended at GitHub. */
export async function endCredentials(
  tx: Tx,
  which: Omit<EndCredentials['payload'], 'reason'>,
  reason: CredentialEnd,
): Promise<void> {
  const ended = await endLeases(tx, which, reason);
  for (const { userId, leaseId, hasToken } of ended) {
    if (hasToken) tx.perform(new EndGithubCredential({ userId, leaseId }));
  }
  const early = ended.filter((lease) => EARLY.includes(lease.reason));
  if (early.length > 0) await tell(tx, which.userId, reason, early);
}

async function tell(tx: Tx, userId: string, reason: CredentialEnd, ended: readonly EndedLease[]): Promise<void> {
  for (const { leaseId, organizationId, repositoryId, purpose } of ended) {
    tx.audit({
      kind: 'credential.ended',
      subject: { type: 'credential', id: leaseId },
      streamId: organizationId,
      repositoryId,
      details: { leaseId, purpose, reason, userId },
    });
  }
  const rows = Version.parse(await tx.sql`select version from "user".users where user_id = ${userId}`);
  const leases = ended.map(({ leaseId, holderId, organizationId, repositoryId, purpose }) => ({
    leaseId,
    holderId,
    organizationId,
    repositoryId,
    purpose,
  }));
  tx.emit(new CredentialsEnded({ userId, version: rows[0]?.version ?? 0, reason, leases: leases.slice(0, 500) }));
}
