import type { CredentialMode, CredentialNeedKind } from './names.js';

/** Who asks for a credential, and for what. */
export interface LeaseRequest {
  userId: string;
  organizationId: string;
  repositoryId: string;
  purpose: CredentialNeedKind | 'clone';
  /** The effect that the credential must not outlive, when it is not the one that asks: the watch of the machine. */
  holderId?: string;
}

/** The effect that asks; a kernel's `Attempt` is one. */
export interface LeaseHolder {
  readonly effectId: string;
  readonly abort: AbortSignal;
  guarded<T>(
    work: (sql: (query: TemplateStringsArray, ...values: unknown[]) => Promise<unknown[]>) => Promise<T>,
  ): Promise<T>;
}

/** What git authenticates with. `secret` prints as `[secret]`. */
export interface GitCredential {
  username: string;
  secret: { reveal(): string };
}

/** A credential for one repository, and under whose name commits are made. */
export interface LeasedCredential extends GitCredential {
  leaseId: string;
  mode: CredentialMode;
  expiresAt: Date;
  identity: { login: string; commitName: string; commitEmail: string };
}

/** Codes of `user.md`, section 6: `lease.stale`, `member.required`, `user.reauthorize`, `repository.access_denied` … */
export interface LeaseRefused {
  refused: string;
}

/**
 * Port that the module which keeps people's tokens provides to this one, in the worker: a global Nest module that exports
 * `MachineCredentials`. Without one, repositories are cloned as nobody and every installation is refused.
 */
export abstract class MachineCredentials {
  abstract lease(request: LeaseRequest, holder: LeaseHolder): Promise<{ credential: LeasedCredential } | LeaseRefused>;
  /** Ends a lease; one that is unknown or ended is done. */
  abstract release(leaseId: string): Promise<void>;
  /** A token of the App that may only read this repository; null when there is none. */
  abstract readOnly(organizationId: string, repositoryId: string): Promise<GitCredential | null>;
}
