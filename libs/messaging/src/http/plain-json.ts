import { Invalid } from '../rejections/rejection.js';
import { bodyPointer } from './field-errors.js';

/** Objects and arrays inside each other. */
export const MAX_DEPTH = 20;

/** NUL and half surrogates: JSON can say them, Postgres cannot keep them. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

const refuse = (path: readonly string[], code: string, detail: string) =>
  new Invalid('The body is not valid.', [{ pointer: bodyPointer(path), code, detail }]);

/** Refuses a body that is nested deeper than 20 or holds text that cannot be stored, with 422 `request.invalid`. */
export function mustBePlain(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string' && UNSTORABLE.test(value)) {
    throw refuse(path, 'invalid_text', 'must not contain NUL or half a character');
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length === MAX_DEPTH) throw refuse([], 'too_deep', `must not be nested deeper than ${String(MAX_DEPTH)}`);
  for (const [key, child] of Object.entries(value)) {
    mustBePlain(key, path);
    mustBePlain(child, [...path, key]);
  }
}
