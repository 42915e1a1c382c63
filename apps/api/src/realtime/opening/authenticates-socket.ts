import type { Subscriber } from '@foundry/messaging';

/** What a socket stands on; when it ends, the socket ends. Never the secret itself. */
export interface SocketCredential {
  kind: 'session' | 'api_token';
  id: string;
}

export interface SocketCaller {
  subscriber: Subscriber;
  credential: SocketCredential;
}

/** Who opens a socket: the same checks as for a REST request. */
export abstract class AuthenticatesSocket {
  /** The caller of an API token; null when it is unknown, expired or revoked. */
  abstract bearer(token: string): Promise<SocketCaller | null>;
  /** The caller of a session cookie, from the whole `Cookie` header; null without a valid session. */
  abstract cookie(header: string | undefined): Promise<SocketCaller | null>;
  /** Which of these are no longer valid, in one query. Called every 5 s with those of all open sockets. */
  abstract ended(credentials: readonly SocketCredential[]): Promise<SocketCredential[]>;
}

export const credentialKey = ({ kind, id }: SocketCredential): string => `${kind} ${id}`;
