import type { IncomingMessage } from 'node:http';
import { REALTIME_PROTOCOL } from '@foundry/messaging/contracts';
import type { AuthenticatesSocket, SocketCaller } from './authenticates-socket.js';
import { isAllowedOrigin } from './origin.js';
import type { OpeningRefusal } from './refusal.js';

/** `signed_out` is upgraded and closed with 4001, because a browser cannot read an HTTP status here. */
export type Verdict = { caller: SocketCaller } | { refusal: OpeningRefusal } | { signedOut: true };

const BEARER = /^bearer +([^\s]+)$/i;

const refuse = (status: OpeningRefusal['status'], code: string, detail: string): { refusal: OpeningRefusal } => ({
  refusal: { status, code, detail },
});

function complaintAboutForm(
  { method, url = '', headers }: IncomingMessage,
  protocol: string,
): { refusal: OpeningRefusal } | null {
  if (method !== 'GET') return refuse(405, 'method.not_allowed', 'Open the socket with GET.');
  if (url.includes('?')) {
    return refuse(400, 'request.invalid', 'The address takes no query; send a token in the Authorization header.');
  }
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  if (protocols.includes(protocol)) return null;
  return refuse(400, 'protocol.unsupported', `Ask for the subprotocol ${protocol}.`);
}

/**
 * Decides an upgrade request by the table of section 1 of the realtime specification. With `Authorization` the cookie
 * is ignored and an Origin is judged only when one is sent.
 */
export async function judgeOpening(
  request: IncomingMessage,
  origins: ReadonlySet<string>,
  authentication: AuthenticatesSocket,
  protocol: string = REALTIME_PROTOCOL,
): Promise<Verdict> {
  const complaint = complaintAboutForm(request, protocol);
  if (complaint) return complaint;
  const { authorization, origin, cookie } = request.headers;
  const mayLackOrigin = authorization !== undefined && origin === undefined;
  if (!mayLackOrigin && !isAllowedOrigin(origins, origin)) {
    return refuse(403, 'origin.refused', 'Open the socket from the address of this installation.');
  }
  if (authorization === undefined) {
    const caller = await authentication.cookie(cookie);
    return caller ? { caller } : { signedOut: true };
  }
  const token = BEARER.exec(authorization)?.[1];
  const caller = token === undefined ? null : await authentication.bearer(token);
  if (caller) return { caller };
  const { refusal } = refuse(401, 'token.invalid', 'The token is unknown, expired or revoked.');
  return { refusal: { ...refusal, headers: { 'WWW-Authenticate': 'Bearer' } } };
}
