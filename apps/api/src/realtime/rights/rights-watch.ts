import { Unavailable } from '@foundry/messaging';
import type { RealtimeSettings } from '../limits.js';
import type { RealtimeLog } from '../realtime-log.js';
import type { Subscription } from '../topics/subscription.js';

const AT_ONCE = 16;
const RETRY_MS = 1_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** Checks again and again whether subscriptions may still be read. */
export class RightsWatch {
  #isSweeping = false;

  constructor(
    private readonly settings: RealtimeSettings,
    private readonly log: RealtimeLog,
  ) {}

  /** An event says that the right may be gone: nothing is sent until it is known. Never gives up while in doubt. */
  async doubt(subscriptions: readonly Subscription[]): Promise<void> {
    for (const subscription of subscriptions) subscription.doubt();
    await Promise.all(
      subscriptions.map(async (subscription) => {
        while (!subscription.isEnded && !(await this.#isKnown(subscription))) await pause(RETRY_MS);
        subscription.trust();
      }),
    );
  }

  /** The round for whatever events were missed: those that were not checked for a minute. */
  async sweep(subscriptions: Iterable<Subscription>, now: number): Promise<void> {
    if (this.#isSweeping) return;
    this.#isSweeping = true;
    try {
      const due = [...subscriptions].filter(({ checkedAt }) => now - checkedAt >= this.settings.rightsEveryMs);
      for (let start = 0; start < due.length; start += AT_ONCE) {
        await Promise.all(due.slice(start, start + AT_ONCE).map((subscription) => this.#isKnown(subscription)));
      }
    } finally {
      this.#isSweeping = false;
    }
  }

  async #isKnown(subscription: Subscription): Promise<boolean> {
    try {
      const before = subscription.sight;
      if (!(await subscription.mayRead())) subscription.revoke('forbidden');
      else if (subscription.sight !== before) subscription.refresh();
      subscription.checkedAt = Date.now();
      return true;
    } catch (error) {
      const level = error instanceof Unavailable ? 'warn' : 'error';
      this.log[level]({ topic: subscription.topic, error }, 'right to read not known, will be asked again');
      return false;
    }
  }
}
