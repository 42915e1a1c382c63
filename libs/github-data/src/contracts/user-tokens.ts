import type { Id64 } from '@foundry/messaging/contracts';

/** Why there is no token: nobody connected, the person must sign in again, or GitHub does not answer. */
export type NoUserToken = { refused: 'user.reauthorize' | 'github.unavailable' };

/**
 * Port that the module which keeps people's tokens provides to this one, in the worker's process: the token of a
 * person, fresh for at least a minute. Its Nest module is global and exports `UserTokens`. Only effects ask, and only for that person's own act. It is never written down.
 *
 * `refused`: a token of this person that GitHub just answered 401 to, so another one is wanted.
 */
export abstract class UserTokens {
  abstract tokenOf(userId: Id64, refused?: string): Promise<{ token: string } | NoUserToken>;
}
