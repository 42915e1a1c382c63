import type { IncomingMessage } from 'node:http';
import { Refusal } from '@foundry/messaging';

/** Reads the bytes as they came, because a signature is over bytes. Throws 415 and 413 before more is read. */
export async function rawJson(request: IncomingMessage, limit: number): Promise<Buffer> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('request.media_type', 'GitHub must send application/json.');
  const parts: Buffer[] = [];
  let size = Number(request.headers['content-length'] ?? 0);
  if (size > limit) throw tooLarge();
  size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > limit) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const tooLarge = () => new Refusal('request.too_large', 'A delivery has at most 25 MB.');
