const WINDOW_MS = 60_000;

/** What one minute allows, and what is left of it. */
export interface Quota {
  allowed: boolean;
  remaining: number;
  /** Seconds until the window begins anew. */
  resetSeconds: number;
}

interface Window {
  until: number;
  used: number;
}

/** Counts in the memory of this instance, in fixed windows of a minute that begin with the first request. */
export class RateLimits {
  private readonly windows = new Map<string, Window>();
  private swept = 0;

  constructor(readonly perMinute: number) {}

  /** Counts one request of `key` at `now` (milliseconds). */
  take(key: string, now: number): Quota {
    this.sweep(now);
    const known = this.windows.get(key);
    const window = known && known.until > now ? known : { until: now + WINDOW_MS, used: 0 };
    window.used += 1;
    this.windows.set(key, window);
    return {
      allowed: window.used <= this.perMinute,
      remaining: Math.max(0, this.perMinute - window.used),
      resetSeconds: Math.ceil((window.until - now) / 1000),
    };
  }

  /** Forgets ended windows, at most once a minute, so memory follows the callers of the last two. */
  private sweep(now: number): void {
    if (now - this.swept < WINDOW_MS) return;
    this.swept = now;
    for (const [key, { until }] of this.windows) if (until <= now) this.windows.delete(key);
  }
}

/** What one caller may make anew in a minute, beside what they may ask. */
export class CreateLimits extends RateLimits {}
