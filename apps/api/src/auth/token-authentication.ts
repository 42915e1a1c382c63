import { ask } from '@foundry/messaging';
import { AuthenticateToken } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Authenticates, type Verdict } from './authenticates.js';
import { Operators } from './operators.js';

/** API tokens, as the user module knows them. */
@Injectable()
export class TokenAuthentication extends Authenticates {
  constructor(
    private readonly queries: QueryBus,
    private readonly operators: Operators,
  ) {
    super();
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
}
