import { createHash } from 'node:crypto';
import { Envelope } from '../contracts/index.js';
import { derivedId } from '../identity/derived-id.js';

/** Bytes of a body that are kept when it is no envelope. */
export const MOST_RAW_BYTES = 64 * 1024;

/** JSON can say NUL and half a character, Postgres cannot keep them. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/i;

/** The envelope, or null for anything else: the raw body is what is kept then. */
export function envelopeIn(body: Buffer): { envelope: Envelope; isStorable: boolean } | null {
  const json = body.toString();
  try {
    return { envelope: Envelope.parse(JSON.parse(json)), isStorable: !UNSTORABLE.test(json) };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The same body makes the same letter, however often it arrives. */
export const idOfBody = (module: string, body: Buffer): string =>
  derivedId('dead', module, createHash('sha256').update(body).digest('hex'));
