import { ZodError } from 'zod';
import { Rejection } from '../rejections/rejection.js';

/** The outside failed in a way worth another try. `retryAfterMs` is what it asked for. */
export class EffectFailed extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly retryAfterMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EffectFailed';
  }
}

/** Who must act on a failed attempt. A time-out is a failure like any other, never a success. */
export type AttemptFault =
  | { kind: 'no'; code: string; message: string }
  | { kind: 'world'; code: string; message: string; retryAfterMs: number | null }
  | { kind: 'bug'; code: 'internal'; message: string; error: Error };

const MISTAKES = [TypeError, ReferenceError, RangeError, SyntaxError, ZodError];

export function faultOf(error: unknown): AttemptFault {
  if (error instanceof Rejection) return { kind: 'no', code: error.code, message: error.message };
  if (error instanceof EffectFailed) {
    return { kind: 'world', code: error.code, message: error.message, retryAfterMs: error.retryAfterMs };
  }
  if (!(error instanceof Error))
    return { kind: 'bug', code: 'internal', message: String(error), error: new Error(String(error)) };
  // A failed fetch is a TypeError with the reason as its cause.
  const mistaken = error.cause === undefined && MISTAKES.some((mistake) => error instanceof mistake);
  if (mistaken) return { kind: 'bug', code: 'internal', message: error.message, error };
  return { kind: 'world', code: 'outside.failed', message: error.message, retryAfterMs: null };
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Pause before the next attempt: doubling, at most a minute, spread by 20 %; longer if the outside asked for it. */
export function pauseAfter(attempt: number, retryAfterMs: number | null, chance: number): number {
  const doubled = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  return Math.max(Math.round(doubled * (0.8 + 0.4 * chance)), retryAfterMs ?? 0);
}
