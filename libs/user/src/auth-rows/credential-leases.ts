import { createHash } from 'node:crypto';
import { Encryption, NotReadable, type Place, type SealedTable, Secret, type SqlRunner } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type CredentialEnd, CredentialMode, type CredentialRequest } from '../contracts/index.js';
import { LeaseRow } from './ended-leases.js';

const TABLE = 'user.credential_leases';

export const SEALED_LEASES: SealedTable = { table: TABLE, row: 'lease_id', keyId: 'key_id', columns: ['token'] };

const placeOf = (leaseId: string): Place => ({ table: TABLE, column: 'token', row: leaseId });

const Kept = z.array(
  z.object({ mode: CredentialMode, token: z.instanceof(Buffer).nullable(), keyId: z.string().nullable() }),
);

export interface NewLease extends Omit<CredentialRequest, 'holderId'> {
  leaseId: string;
  holderId: string;
  mode: CredentialMode;
  expiresAt: Date;
  token: Secret;
  /** Only what was made for this lease is ended with it: a person's whole token is theirs. */
  isOwn: boolean;
}

/** What people lent. Only the hash stays; the token itself is kept, encrypted, until GitHub was told of the end. */
@Injectable()
export class CredentialLeases {
  constructor(private readonly encryption: Encryption) {}

  async add(sql: SqlRunner, lease: NewLease): Promise<void> {
    const sealed = lease.isOwn ? this.encryption.seal(lease.token, placeOf(lease.leaseId)) : null;
    const hash = createHash('sha256').update(lease.token.reveal()).digest();
    await sql`
      insert into "user".credential_leases (lease_id, user_id, organization_id, repository_id, holder_id, purpose, mode,
        token_hash, token, key_id, issued_at, expires_at)
      values (${lease.leaseId}, ${lease.userId}, ${lease.organizationId}, ${lease.repositoryId}, ${lease.holderId},
        ${lease.purpose}, ${lease.mode}, ${hash}, ${sealed?.bytes ?? null}, ${sealed?.keyId ?? null}, now(),
        ${lease.expiresAt})`;
  }

  async isLive(sql: SqlRunner, leaseId: string): Promise<boolean> {
    const rows = await sql`
      select 1 from "user".credential_leases
      where lease_id = ${leaseId} and ended_at is null and expires_at > now()`;
    return rows.length > 0;
  }

  /** At once, before anything else is done about it. Returns whose it is; null when it ended before. */
  async close(sql: SqlRunner, leaseId: string, reason: CredentialEnd): Promise<string | null> {
    const rows = await sql`
      update "user".credential_leases set ended_at = now(), end_reason = ${reason}
      where lease_id = ${leaseId} and ended_at is null returning user_id as "userId"`;
    return LeaseRow.pick({ userId: true }).array().parse(rows)[0]?.userId ?? null;
  }

  /** What the holder has for this purpose and repository, whoever's it is; the same as `close`. */
  async closeEarlier(
    sql: SqlRunner,
    { holderId, purpose, repositoryId }: Pick<LeaseRow, 'holderId' | 'purpose' | 'repositoryId'>,
  ): Promise<Pick<LeaseRow, 'leaseId' | 'userId'>[]> {
    const rows = await sql`
      update "user".credential_leases set ended_at = now(), end_reason = 'replaced'
      where holder_id = ${holderId} and purpose = ${purpose} and repository_id = ${repositoryId} and ended_at is null
      returning lease_id as "leaseId", user_id as "userId"`;
    return LeaseRow.pick({ leaseId: true, userId: true }).array().parse(rows);
  }

  /** What is to be ended at GitHub: null when nothing is, or it cannot be read any more. */
  async tokenOf(sql: SqlRunner, leaseId: string): Promise<{ mode: CredentialMode; token: Secret } | null> {
    const rows = await sql`
      select mode, token, key_id as "keyId" from "user".credential_leases where lease_id = ${leaseId}`;
    const [row] = Kept.parse(rows);
    if (!row?.token || row.keyId === null) return null;
    try {
      const token = this.encryption.open({ keyId: row.keyId, bytes: row.token }, placeOf(leaseId));
      return { mode: row.mode, token };
    } catch (error) {
      if (error instanceof NotReadable) return null;
      throw error;
    }
  }
}
