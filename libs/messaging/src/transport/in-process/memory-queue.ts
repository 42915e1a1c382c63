import { MOST_DELIVERIES } from '../../topology/topology.js';
import type { Consumer, Delivery } from '../transport.js';

interface Held {
  body: Buffer;
  deliveries: number;
}

/** A queue in memory with one consumer, prefetch, redelivery in place and a delivery limit. */
export class MemoryQueue {
  private readonly held: Held[] = [];
  private inHand = 0;
  private deliver: ((delivery: Delivery) => void) | null = null;
  private prefetch = 1;

  constructor(
    private readonly module: string,
    private readonly bury: (body: Buffer) => void,
  ) {}

  push(body: Buffer): void {
    this.held.push({ body, deliveries: 0 });
    this.pump();
  }

  consume(prefetch: number, deliver: (delivery: Delivery) => void): Consumer {
    this.deliver = deliver;
    this.prefetch = prefetch;
    this.pump();
    const stop = () => {
      if (this.deliver === deliver) this.deliver = null;
      return Promise.resolve();
    };
    return { cancel: stop, close: stop };
  }

  private pump(): void {
    while (this.deliver && this.inHand < this.prefetch) {
      const next = this.held.shift();
      if (!next) return;
      this.inHand += 1;
      next.deliveries += 1;
      const { deliver } = this;
      // As from a socket: never inside the call that published.
      setImmediate(() => {
        deliver(this.delivery(next));
      });
    }
  }

  private delivery(held: Held): Delivery {
    let answered = false;
    const answer = (then: () => void) => () => {
      if (answered) return;
      answered = true;
      this.inHand -= 1;
      then();
      this.pump();
    };
    return {
      body: held.body,
      redelivered: held.deliveries > 1,
      module: this.module,
      ack: answer(() => undefined),
      giveBack: answer(() => {
        if (held.deliveries >= MOST_DELIVERIES) this.bury(held.body);
        else this.held.unshift(held);
      }),
      reject: answer(() => {
        this.bury(held.body);
      }),
    };
  }
}
