import { REALTIME_CLOSE } from '../contracts/realtime.js';

const FIRST_MS = 500;
const MOST_MS = 30_000;

/** How long to wait before the next attempt: 0.5 s × 2ⁿ, most 30 s, full jitter. `attempt` counts from 0. */
export const backoff = (attempt: number, random: number): number =>
  Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 10)) * random;

export interface Closed {
  code: number;
  /** The socket before was closed with the same code. */
  isRepeated: boolean;
  /** Attempts since a socket was last open. */
  attempt: number;
  random: number;
}

/** What a close means for the next attempt, in milliseconds. Null: do not connect again by itself. */
export function waitAfter({ code, isRepeated, attempt, random }: Closed): number | null {
  switch (code) {
    case REALTIME_CLOSE.signedOut:
      return null;
    case REALTIME_CLOSE.tooManySockets:
      return 60_000;
    case REALTIME_CLOSE.frameTooLarge:
    case REALTIME_CLOSE.tooManyFrames:
      return 10_000;
    case REALTIME_CLOSE.notUnderstood:
      // twice is a bug of ours, and repeating it helps nobody
      return isRepeated ? null : backoff(0, random);
    default:
      return backoff(attempt, random);
  }
}
