/** Counts frames against a steady rate with a burst. */
export class InboundRate {
  #left: number;
  #at: number;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.#left = burst;
    this.#at = now;
  }

  /** Takes one frame at `now` (milliseconds); false when it is one too many. */
  take(now: number): boolean {
    this.#left = Math.min(this.burst, this.#left + ((now - this.#at) / 1000) * this.perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
