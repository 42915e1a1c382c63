import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** An answer instead of an upgrade. */
export interface OpeningRefusal {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 503;
  code: string;
  detail: string;
  headers?: Record<string, string>;
}

/** Writes the problem as an HTTP response on the raw connection and ends it. */
export function refuseOpening(socket: Duplex, refusal: OpeningRefusal, requestId: string): void {
  const { status, code, detail } = refusal;
  const title = STATUS_CODES[status] ?? 'Refused';
  const body = JSON.stringify({ type: `/docs/errors/${code}`, title, status, detail, code, requestId });
  const headers = {
    'Content-Type': 'application/problem+json',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    Connection: 'close',
    'X-Request-Id': requestId,
    ...refusal.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${String(status)} ${title}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
