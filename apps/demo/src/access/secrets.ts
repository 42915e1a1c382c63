import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Random text of base62 characters behind a prefix, e.g. `ghs_…`. */
export function secret(prefix: string, length = 36): string {
  return prefix + Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

export function hex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** A GUID for a delivery. */
export function guid(): string {
  return randomUUID();
}

/** Hash under which a secret is kept; base64, as GitHub's `hashed_token`. */
export function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Compares two secrets without telling by time where they differ. */
export function same(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashed(a)), Buffer.from(hashed(b)));
}
