import type { CredentialMode, CredentialNeedKind } from './names.js';

/** Who asks for a credential, and for what; a lease lives no longer than its holder's effect. */
export interface LeaseRequest {
  userId: string;
  organizationId: string;
  repositoryId: string;
  purpose: CredentialNeedKind | 'clone';
  /** The effect that holds it, and its fencing number. */
  holderId: string;
  fence: bigint;
}

/** A token for one repository, and under whose name commits are made. `token` prints as `[secret]`. */
export interface LeasedCredential {
  leaseId: string;
  token: { reveal(): string };
  login: string;
  commitName: string;
  commitEmail: string;
  mode: CredentialMode;
  /** RFC 3339 in UTC. */
  expiresAt: string;
}

/** Codes of `user.md`, section 6: `lease.stale`, `member.required`, `user.reauthorize`, `repository.access_denied` … */
export interface LeaseRefused {
  refused: string;
  message: string;
}

/**
 * Port that the module which keeps people's tokens provides to this one, in the worker: a global Nest module that exports
 * `MachineCredentials`. Without one, repositories are cloned as nobody and every installation is refused.
 */
export abstract class MachineCredentials {
  abstract lease(request: LeaseRequest): Promise<LeasedCredential | LeaseRefused>;
  /** Ends a lease; one that is unknown or ended is done. */
  abstract end(leaseId: string, reason: string): Promise<void>;
  /** A token of the App that may only read this repository; null when there is none. */
  abstract readOnly(organizationId: string, repositoryId: string): Promise<{ reveal(): string } | null>;
}
