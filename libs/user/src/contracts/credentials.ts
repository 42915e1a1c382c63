import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import type { Identity } from './identity.js';

/**
 * What a credential is for. `clone` reads only. `pull_request` acts at GitHub as the person and is never on a machine:
 * where GitHub cannot narrow tokens it is the person's whole one. All others are for git on a machine.
 */
export const CredentialPurpose = z.enum(['turn', 'operation', 'terminal', 'clone', 'pull_request']);
export type CredentialPurpose = z.infer<typeof CredentialPurpose>;

/** `user`: the person's own token. `installation`: the App's, because this GitHub does not narrow those of people. */
export const CredentialMode = z.enum(['user', 'installation']);
export type CredentialMode = z.infer<typeof CredentialMode>;

/**
 * Why nothing was lent. `lease.stale`: the holder has ended. `member.required`: no member, or a viewer.
 * `user.reauthorize`: the person has to sign in again. `repository.access_denied`: GitHub does not let them, or the App is
 * not installed. `repository.access_unknown` and `github.unavailable`: GitHub did not answer; worth another try.
 */
export const CredentialRefusal = z.enum([
  'lease.stale',
  'member.required',
  'user.reauthorize',
  'repository.access_denied',
  'repository.access_unknown',
  'github.unavailable',
]);
export type CredentialRefusal = z.infer<typeof CredentialRefusal>;

/** Why a lease ended before its time. */
export const CredentialEnd = z.enum([
  'released',
  'replaced',
  'holder_ended',
  'expired',
  'member_removed',
  'role_lowered',
  'access_lowered',
  'authorization_revoked',
  'owner_changed',
  'user_deleted',
]);
export type CredentialEnd = z.infer<typeof CredentialEnd>;

export interface CredentialRequest {
  userId: Id64;
  organizationId: Id64;
  repositoryId: Id64;
  purpose: CredentialPurpose;
  /** The effect that the credential must not outlive, when it is not the one that asks: the watch of a machine. */
  holderId?: Uuid;
}

/** What was lent. It is for the one repository only, and is never written down or sent on as it is. */
export interface LentCredential {
  leaseId: Uuid;
  mode: CredentialMode;
  /** For git over HTTP. */
  username: string;
  /** The token, or the password of git. */
  secret: { reveal(): string };
  /** After this it is refused by us, whatever GitHub says. */
  expiresAt: Date;
  identity: Identity;
}

/** The effect that asks: a kernel's `Attempt` is one. Its lease guards what is written, so a late worker gets nothing. */
export interface CredentialHolder {
  readonly effectId: string;
  readonly abort: AbortSignal;
  guarded<T>(
    work: (sql: (query: TemplateStringsArray, ...values: unknown[]) => Promise<unknown[]>) => Promise<T>,
  ): Promise<T>;
}

/**
 * Port to the authority of people, in the worker: one person's, for one repository, for one holder. Only effects ask. It
 * may call GitHub. Nobody's authority is lent for another person's act, nor for syncing.
 */
export abstract class GithubCredentials {
  /**
   * Lends, or says why not. A lease of the same holder and purpose for this repository ends by it. At most an hour;
   * ask again with less than ten minutes left, and once after GitHub answered 401.
   */
  abstract lease(
    request: CredentialRequest,
    holder: CredentialHolder,
  ): Promise<{ credential: LentCredential } | { refused: CredentialRefusal }>;
  /** Whether the lease still is one: before each use of what it lent. */
  abstract isLive(leaseId: Uuid): Promise<boolean>;
  /** Ends the lease at once and its token at GitHub soon. Ended before: nothing happens. */
  abstract release(leaseId: Uuid): Promise<void>;
}
