import type { Clock } from '../state/clock.js';

const hour = 3600;

interface Budget {
  limit: number;
  used: number;
  resetAt: number;
}

/** Rate limits, one for each installation, person, App and anonymous address, counted in windows of an hour. */
export class Budgets {
  private readonly budgets = new Map<string, Budget>();

  constructor(private readonly clock: Clock) {}

  /** The present window; `limit` is used when a new one begins. */
  of(key: string, limit: number): Readonly<Budget> {
    const known = this.budgets.get(key);
    if (known && known.resetAt > this.clock.seconds()) return known;
    const fresh = { limit, used: 0, resetAt: this.clock.seconds() + hour };
    this.budgets.set(key, fresh);
    return fresh;
  }

  /** Counts one call; returns false, without counting, when nothing is left. */
  spend(key: string, limit: number): boolean {
    const { used, limit: most, resetAt } = this.of(key, limit);
    if (used >= most) return false;
    this.budgets.set(key, { limit: most, used: used + 1, resetAt });
    return true;
  }

  /** Gives back a call that turned out not to count, because its answer was 304. */
  giveBack(key: string): void {
    const known = this.budgets.get(key);
    if (known) known.used -= 1;
  }

  /** Leaves so many calls in the window, which ends in `resetIn` seconds. */
  leave(key: string, remaining: number, resetIn: number = hour): void {
    const limit = Math.max(this.budgets.get(key)?.limit ?? 5000, remaining);
    this.budgets.set(key, { limit, used: limit - remaining, resetAt: this.clock.seconds() + resetIn });
  }

  headers(key: string, limit: number): Record<string, string> {
    const { limit: most, used, resetAt } = this.of(key, limit);
    return {
      'X-RateLimit-Limit': String(most),
      'X-RateLimit-Remaining': String(Math.max(0, most - used)),
      'X-RateLimit-Used': String(used),
      'X-RateLimit-Reset': String(resetAt),
      'X-RateLimit-Resource': 'core',
    };
  }

  clear(): void {
    this.budgets.clear();
  }
}
