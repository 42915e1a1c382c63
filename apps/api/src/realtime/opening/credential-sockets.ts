import { ask, type Caller, type Subscriber } from '@foundry/messaging';
import { LiveSessions, LiveTokens } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Authenticates } from '../../auth/authenticates.js';
import { AuthenticatesSocket, type SocketCaller, type SocketCredential } from './authenticates-socket.js';

/** Sessions and API tokens, judged by the same code as over REST. An upgrade cannot set a cookie, so none changes here. */
@Injectable()
export class CredentialSockets extends AuthenticatesSocket {
  constructor(
    private readonly authenticates: Authenticates,
    private readonly queries: QueryBus,
  ) {
    super();
  }

  override async bearer(token: string): Promise<SocketCaller | null> {
    const verdict = await this.authenticates.bearer(token);
    if ('refused' in verdict) return null;
    return {
      subscriber: subscriberOf(verdict.caller),
      credential: { kind: 'api_token', id: verdict.credentialId },
    };
  }

  override async cookie(header: string | undefined): Promise<SocketCaller | null> {
    const verdict = await this.authenticates.cookie(header, false);
    if ('refused' in verdict || !verdict.caller.session) return null;
    return {
      subscriber: subscriberOf(verdict.caller),
      credential: { kind: 'session', id: verdict.caller.session.id },
    };
  }

  override async ended(credentials: readonly SocketCredential[]): Promise<SocketCredential[]> {
    const ids = (wanted: SocketCredential['kind']) =>
      credentials.filter(({ kind }) => kind === wanted).map(({ id }) => id);
    const [tokens, sessions] = [ids('api_token'), ids('session')];
    const live = {
      api_token: new Set(tokens.length === 0 ? [] : await ask(this.queries, new LiveTokens(tokens))),
      session: new Set(sessions.length === 0 ? [] : await ask(this.queries, new LiveSessions(sessions))),
    };
    return credentials.filter(({ kind, id }) => !live[kind].has(id));
  }
}

const subscriberOf = ({ actor, scopes, organizationId }: Caller): Subscriber => ({ actor, scopes, organizationId });
