import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Whether this request may read metrics: from loopback, or with the configured token as bearer; `null` is no token.
 * Behind a proxy on this machine every caller comes from loopback, so a forwarded request is none.
 */
export function mayReadMetrics({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, token: string | null) {
  const forwarded = headers['x-forwarded-for'] ?? headers.forwarded;
  if (forwarded === undefined && LOOPBACK.has(socket.remoteAddress ?? '')) return true;
  const given = /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1];
  return given !== undefined && token !== null && timingSafeEqual(digest(given), digest(token));
}
