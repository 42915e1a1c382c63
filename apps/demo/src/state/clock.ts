/** The time of the stand-in. It can be shifted, so that expiry is shown without waiting for it. */
export class Clock {
  private shift = 0;

  constructor(private readonly source: () => number = Date.now) {}

  /** Milliseconds since the epoch, shifted. */
  milliseconds(): number {
    return this.source() + this.shift;
  }

  /** Whole seconds since the epoch, as in JWT claims and rate-limit headers. */
  seconds(): number {
    return Math.floor(this.milliseconds() / 1000);
  }

  /** The time as GitHub writes it: UTC, whole seconds. A positive `ahead` (seconds) is in the future. */
  text(ahead = 0): string {
    return timestamp(this.milliseconds() + ahead * 1000);
  }

  /** Moves the clock to so many seconds from the real time; 0 sets it right. */
  shiftTo(seconds: number): void {
    this.shift = seconds * 1000;
  }
}

/** Writes milliseconds as `2030-01-01T12:00:00Z`. */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
