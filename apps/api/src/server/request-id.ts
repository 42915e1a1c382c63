import { randomUUID } from 'node:crypto';

/** The caller's own id when it is 8 to 64 of A-Z a-z 0-9 _ -, else a new one. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(header) ? header : randomUUID();
}
