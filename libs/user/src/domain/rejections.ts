import { errorCode, Rejection } from '@foundry/messaging';

/** A person has as many tokens as they may have. */
export class TokenLimit extends Rejection {
  constructor(limit: number) {
    super('token.limit', 'conflict', `You have ${String(limit)} live tokens; revoke one first.`);
  }
}

/** A token lives between a day and a year. */
export class TokenExpiry extends Rejection {
  constructor() {
    super('token.expiry', 'invalid', 'A token has to expire in 1 to 365 days.', {
      details: { errors: [{ pointer: '/expiresAt', code: 'token.expiry', detail: 'must be in 1 to 365 days' }] },
    });
  }
}

/** A scope that does not exist, or one named twice. */
export class TokenScopeUnknown extends Rejection {
  constructor(scope: string) {
    super('token.scope', 'invalid', `There is no scope ${scope} to give, or it is named twice.`, {
      details: { errors: [{ pointer: '/scopes', code: 'token.scope', detail: 'must be distinct known scopes' }] },
    });
  }
}

/** The id of the new token belongs to another one. */
export class TokenIdTaken extends Rejection {
  constructor() {
    super('token.id_taken', 'conflict', 'Another token has this id; use a new id.');
  }
}

/** Only a signed-in person, or the operator's command line, makes and ends tokens. A token never does. */
export class NotByToken extends Rejection {
  constructor() {
    super('token.scope_missing', 'forbidden', 'API tokens cannot manage tokens; do this signed in.');
  }
}

export const tokenLimit = errorCode({
  code: 'token.limit',
  kind: 'conflict',
  title: 'Too many API tokens',
  meaning: 'The person has 50 tokens that are neither expired nor revoked.',
  remedy: 'Revoke a token that is not needed any more.',
});

export const tokenExpiry = errorCode({
  code: 'token.expiry',
  kind: 'invalid',
  title: 'This life is too short or too long',
  meaning: 'A token has to expire in 1 to 365 days.',
  remedy: 'Choose another number of days.',
});

export const tokenScope = errorCode({
  code: 'token.scope',
  kind: 'invalid',
  title: 'This scope cannot be given',
  meaning: 'A scope does not exist, or is named twice.',
  remedy: 'Name each of the known scopes at most once.',
});

export const tokenIdTaken = errorCode({
  code: 'token.id_taken',
  kind: 'conflict',
  title: 'The id belongs to another token',
  meaning: 'A token with this id exists and was asked for with other content.',
  remedy: 'Use a new id.',
});

/** Preferences are more than a person may store. */
export class PreferencesTooLarge extends Rejection {
  constructor() {
    super('preferences.too_large', 'invalid', 'Your preferences would be larger than 16 KiB; remove some list views.');
  }
}

export const preferencesTooLarge = errorCode({
  code: 'preferences.too_large',
  kind: 'invalid',
  title: 'These preferences are too large',
  meaning: 'All preferences of a person together are at most 16 KiB. Nothing was changed.',
  remedy: 'Remove entries of list views or models.',
});

/** The address at GitHub is not known, or GitHub has not verified it. */
export class EmailUnverified extends Rejection {
  constructor() {
    super('email.unverified', 'conflict', 'GitHub shows no verified address of yours; commits keep the noreply one.');
  }
}

export const emailUnverified = errorCode({
  code: 'email.unverified',
  kind: 'conflict',
  title: 'There is no verified address',
  meaning: 'Commits can carry the primary address only when GitHub says that it is verified.',
  remedy: 'Verify the address at GitHub and sign in again, or keep the noreply address.',
});
