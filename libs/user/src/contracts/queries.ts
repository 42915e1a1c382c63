import { type Id64, QueryMessage, type Uuid } from '@foundry/messaging/contracts';
import type { ApiTokenView, TokenOwner, UserView } from './views.js';

/**
 * Whom a presented bearer secret stands for, or null when it is no live token of anybody. Wrong check characters are
 * refused without asking the database. Notes the use, at most once a minute.
 */
export class AuthenticateToken extends QueryMessage<TokenOwner | null> {
  constructor(readonly secret: string) {
    super();
  }
}

/** Those of the tokens that may be used now: how an API instance finds sockets to close, in one question for all. */
export class LiveTokens extends QueryMessage<Uuid[]> {
  constructor(readonly tokenIds: readonly Uuid[]) {
    super();
  }
}

/** The tokens of a person: first those that may be used, then those that ended in the last 30 days; newest first. */
export class ApiTokensOf extends QueryMessage<ApiTokenView[]> {
  constructor(readonly userId: Id64) {
    super();
  }
}

/** A person, or null when they never signed in or deleted their account. */
export class UserOf extends QueryMessage<UserView | null> {
  constructor(readonly userId: Id64) {
    super();
  }
}
