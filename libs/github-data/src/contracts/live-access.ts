import type { Id64 } from '@foundry/messaging/contracts';
import type { Permission } from './names.js';

/** A person and one repository of an organization. */
export interface PersonOnRepository {
  organizationId: Id64;
  userId: Id64;
  repositoryId: Id64;
}

/** `unauthorized`: GitHub takes the token for none. `repository.access_unknown`: GitHub did not answer. */
export type LiveAnswer = { permission: Permission } | { refused: 'unauthorized' | 'repository.access_unknown' };

/**
 * Port to what GitHub says at this moment about one person and one repository, in the worker. Only effects ask, and only
 * with that person's own token.
 */
export abstract class LiveAccess {
  /**
   * What GitHub said within the last 60 s and nothing put in doubt since; null when GitHub has to be asked. `none` for a
   * repository that is not here, and while the App is not installed or is suspended: nobody reaches it through us then.
   */
  abstract known(on: PersonOnRepository): Promise<Permission | null>;
  /** Asks GitHub, and keeps what it says. At most two calls of 10 s. */
  abstract ask(on: PersonOnRepository, token: string, abort: AbortSignal): Promise<LiveAnswer>;
}
