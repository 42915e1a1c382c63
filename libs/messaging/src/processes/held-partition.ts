import { setTimeout as wait } from 'node:timers/promises';
import type { Consumer, Delivery } from '../transport/transport.js';

/** What is in hand gets this long before it goes back to the queue. */
const RELEASE_MS = 10_000;

/** One subscription, with a count of the deliveries that were not answered yet. */
export class HeldPartition {
  private consumer: Consumer | null = null;
  private open = 0;
  private empty: (() => void) | null = null;

  constructor(private readonly deliver: (delivery: Delivery) => void) {}

  async subscribe(consume: (deliver: (delivery: Delivery) => void) => Promise<Consumer>): Promise<void> {
    this.consumer = await consume((delivery) => {
      this.open += 1;
      this.deliver(this.counted(delivery));
    });
  }

  async cancel(): Promise<void> {
    await this.consumer?.cancel();
  }

  /** Takes nothing new, finishes what is in hand, and leaves. */
  async release(): Promise<void> {
    await this.cancel();
    if (this.open > 0) {
      const done = new Promise<void>((resolve) => {
        this.empty = resolve;
      });
      await Promise.race([done, wait(RELEASE_MS, undefined, { ref: false })]);
    }
    await this.consumer?.close();
  }

  private counted(delivery: Delivery): Delivery {
    const answered = (say: () => void) => () => {
      say();
      this.open -= 1;
      if (this.open === 0) this.empty?.();
    };
    return {
      ...delivery,
      ack: answered(delivery.ack),
      giveBack: answered(delivery.giveBack),
      reject: answered(delivery.reject),
    };
  }
}
