import { Refusal } from '@foundry/messaging';

const WINDOW_MS = 60_000;

/** At most so many a minute for each key, counted in this process. */
export class Pace {
  private windows = new Map<string, { since: number; taken: number; repeatable: Set<string> }>();

  constructor(
    private readonly most: number,
    private readonly detail: string,
  ) {}

  /** Throws `rate.limited` (429) when the minute is full. What was let in is let in again under its idempotency key. */
  take(key: string, idempotencyKey?: string): void {
    const now = performance.now();
    const open = this.windows.get(key);
    const repeatable = idempotencyKey === undefined ? [] : [idempotencyKey];
    if (!open || now - open.since >= WINDOW_MS) {
      if (this.windows.size > 10_000) this.windows = new Map();
      this.windows.set(key, { since: now, taken: 1, repeatable: new Set(repeatable) });
      return;
    }
    if (idempotencyKey !== undefined && open.repeatable.has(idempotencyKey)) return;
    if (open.taken >= this.most) {
      const retryAfterMs = Math.ceil(WINDOW_MS - (now - open.since));
      const seconds = String(Math.ceil(retryAfterMs / 1000));
      throw new Refusal('rate.limited', this.detail, { retryAfterMs }, { 'Retry-After': seconds });
    }
    open.taken += 1;
    for (const repeat of repeatable) open.repeatable.add(repeat);
  }
}
