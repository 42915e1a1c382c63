/** Longest that commands wait for those that were sent with them, in milliseconds. */
const GATHER_MS = 2;
/** Waiting pays where this much more is to be expected. */
const MUCH_MORE = 4;

/**
 * Commands that are sent together arrive over several queues, a little apart, and a batch of three costs the database
 * nearly what one of thirty does. So where the last batch was far larger than what is here, the rest is given a moment.
 * After a small batch nobody waits.
 */
export class Gathering {
  private last = 0;
  private since: number | null = null;

  /** A batch of `size` commands began. */
  began(size: number): void {
    this.last = size;
    this.since = null;
  }

  /** How many milliseconds `ready` commands should still wait at `now`; zero or less: begin. */
  left(ready: number, now: number): number {
    if (ready * MUCH_MORE >= this.last) return 0;
    this.since ??= now;
    return this.since + GATHER_MS - now;
  }
}
