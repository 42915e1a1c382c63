import { ask } from '@foundry/messaging';
import { LiveTokens } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Authenticates } from '../../auth/authenticates.js';
import { AuthenticatesSocket, type SocketCaller, type SocketCredential } from './authenticates-socket.js';

/** API tokens, judged by the same code as over REST. A cookie does not count yet: it comes with sign-in. */
@Injectable()
export class TokenSockets extends AuthenticatesSocket {
  constructor(
    private readonly authenticates: Authenticates,
    private readonly queries: QueryBus,
  ) {
    super();
  }

  override async bearer(token: string): Promise<SocketCaller | null> {
    const verdict = await this.authenticates.bearer(token);
    if ('refused' in verdict) return null;
    const { actor, scopes, organizationId } = verdict.caller;
    return {
      subscriber: { actor, scopes, organizationId },
      credential: { kind: 'api_token', id: verdict.credentialId },
    };
  }

  override cookie(): Promise<SocketCaller | null> {
    return Promise.resolve(null);
  }

  override async ended(credentials: readonly SocketCredential[]): Promise<SocketCredential[]> {
    const tokens = credentials.filter(({ kind }) => kind === 'api_token').map(({ id }) => id);
    if (tokens.length === 0) return [];
    const live = new Set(await ask(this.queries, new LiveTokens(tokens)));
    return credentials.filter(({ kind, id }) => kind === 'api_token' && !live.has(id));
  }
}
