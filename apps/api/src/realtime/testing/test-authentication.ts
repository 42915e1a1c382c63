import { AuthenticatesSocket, type SocketCaller, type SocketCredential } from '../opening/authenticates-socket.js';

/** Tokens `token-<userId>` and cookies `session=<userId>`, until they are ended. */
export class TestAuthentication extends AuthenticatesSocket {
  readonly ends = new Set<string>();

  override bearer(token: string): Promise<SocketCaller | null> {
    const userId = /^token-([0-9]+)$/.exec(token)?.[1];
    return Promise.resolve(userId && !this.ends.has(token) ? this.#caller(userId, 'api_token', token) : null);
  }

  override cookie(header: string | undefined): Promise<SocketCaller | null> {
    const userId = /^session=([0-9]+)$/.exec(header ?? '')?.[1];
    return Promise.resolve(userId ? this.#caller(userId, 'session', `session-${userId}`) : null);
  }

  override ended(credentials: readonly SocketCredential[]): Promise<SocketCredential[]> {
    return Promise.resolve(credentials.filter(({ id }) => this.ends.has(id)));
  }

  #caller(userId: string, via: SocketCredential['kind'], id: string): SocketCaller {
    const subscriber = { actor: { kind: 'user' as const, userId, via }, scopes: 'all' as const, organizationId: null };
    return { subscriber, credential: { kind: via, id } };
  }
}
