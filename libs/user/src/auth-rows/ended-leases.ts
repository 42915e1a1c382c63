import type { SqlRunner, Tx } from '@foundry/messaging';
import { z } from 'zod';
import { CredentialEnd, CredentialMode, CredentialPurpose, type EndCredentials } from '../contracts/index.js';

/** A lease as its row shows it, without the token. */
export const LeaseRow = z.object({
  leaseId: z.string(),
  userId: z.string(),
  organizationId: z.string(),
  repositoryId: z.string(),
  holderId: z.string(),
  purpose: CredentialPurpose,
  mode: CredentialMode,
});
export type LeaseRow = z.infer<typeof LeaseRow>;

const EndedLease = LeaseRow.extend({ reason: CredentialEnd, hasToken: z.boolean() });
export type EndedLease = z.infer<typeof EndedLease>;

/** Which leases: those that fit everything that is named. */
type Which = Omit<EndCredentials['payload'], 'reason'>;

/**
 * Ends leases, and says which of them had not been taken care of: those live until now, and those that their holder ended.
 */
export async function endLeases(
  tx: Pick<Tx, 'sql'>,
  { userId, organizationId, repositoryIds, holderId, leaseIds }: Which,
  reason: CredentialEnd,
): Promise<EndedLease[]> {
  const rows = await tx.sql`
    update "user".credential_leases set ended_at = coalesce(ended_at, now()), end_asked_at = now(),
      end_reason = coalesce(end_reason, ${reason})
    where user_id = ${userId} and end_asked_at is null
      and (${organizationId ?? null}::bigint is null or organization_id = ${organizationId ?? null}::bigint)
      and (${repositoryIds ?? null}::bigint[] is null or repository_id = any(${repositoryIds ?? null}::bigint[]))
      and (${holderId ?? null}::uuid is null or holder_id = ${holderId ?? null}::uuid)
      and (${leaseIds ?? null}::uuid[] is null or lease_id = any(${leaseIds ?? null}::uuid[]))
    returning lease_id as "leaseId", user_id as "userId", organization_id as "organizationId",
      repository_id as "repositoryId", holder_id as "holderId", purpose, mode, end_reason as reason,
      token is not null as "hasToken"`;
  return EndedLease.array().parse(rows);
}

const Holder = LeaseRow.pick({ leaseId: true, userId: true, holderId: true });

/** Live leases with their holders, the oldest first. */
export async function leaseHolders(sql: SqlRunner): Promise<z.infer<typeof Holder>[]> {
  const rows = await sql`
    select lease_id as "leaseId", user_id as "userId", holder_id as "holderId" from "user".credential_leases
    where ended_at is null order by issued_at limit 500`;
  return Holder.array().parse(rows);
}

/** The token was ended at GitHub, or lapses by itself: its copy is of no use. */
export async function forgetToken(tx: Pick<Tx, 'sql'>, leaseId: string): Promise<void> {
  await tx.sql`update "user".credential_leases set token = null, key_id = null where lease_id = ${leaseId}`;
}
