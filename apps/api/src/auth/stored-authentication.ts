import { ask, KeyRing } from '@foundry/messaging';
import { AuthenticateSession, AuthenticateToken, SessionCookies } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Authenticates, type Verdict } from './authenticates.js';
import { CsrfTokens } from './csrf.js';
import { Operators } from './operators.js';

/** Sessions of browsers and API tokens, as the user module knows them. */
@Injectable()
export class StoredAuthentication extends Authenticates {
  private readonly csrf: CsrfTokens;

  constructor(
    private readonly queries: QueryBus,
    private readonly operators: Operators,
    private readonly cookies: SessionCookies,
    keys: KeyRing,
  ) {
    super();
    this.csrf = new CsrfTokens(keys);
  }

  async bearer(token: string): Promise<Verdict> {
    const owner = await ask(this.queries, new AuthenticateToken(token));
    if (!owner) return { refused: 'token.invalid' };
    if (owner.expired) return { refused: 'token.expired' };
    const { tokenId, userId, scopes, organizationId } = owner;
    return {
      credentialId: tokenId,
      caller: {
        actor: { kind: 'user', userId, via: 'api_token' },
        scopes,
        organizationId,
        operator: this.operators.has(userId),
      },
    };
  }

  async cookie(header: string | undefined, mayRenew: boolean): Promise<Verdict> {
    const secret = this.cookies.session.read(header);
    const owner = secret === null ? null : await ask(this.queries, new AuthenticateSession(secret, mayRenew));
    if (!owner) return { refused: 'auth.signed_out' };
    const { sessionId, userId, signedInAt, renewed } = owner;
    return {
      credentialId: `session of ${userId}`,
      ...(renewed === null ? {} : { setCookie: this.cookies.session.set(renewed) }),
      caller: {
        actor: { kind: 'user', userId, via: 'session' },
        scopes: 'all',
        organizationId: null,
        operator: this.operators.has(userId),
        session: { id: sessionId, csrfToken: this.csrf.of(sessionId), signedInAt },
      },
    };
  }
}
