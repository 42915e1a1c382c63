import type { Id64 } from '@foundry/messaging/contracts';

/** A token of the App's installation for one repository. It is never written down as it is, and never in a message. */
export interface InstallationLoan {
  token: string;
  expiresAt: Date;
}

/**
 * Port to tokens of the App for one repository, in the worker. Each is minted for one purpose and given to nobody else.
 * Only effects ask.
 */
export abstract class InstallationLoans {
  /** A token with these permissions, such as `{ contents: 'write' }`, for an hour at most; or why there is none. */
  abstract lend(
    on: { organizationId: Id64; repositoryId: Id64 },
    permissions: Readonly<Record<string, string>>,
  ): Promise<InstallationLoan | { refused: 'github.unavailable' | 'repository.access_denied' }>;
  /** Ends a token at GitHub. False when GitHub could not be asked; a token that is over already is ended. */
  abstract end(token: string): Promise<boolean>;
}
