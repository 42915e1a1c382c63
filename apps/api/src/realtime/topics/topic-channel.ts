import { MAX_HELD_CHANGES } from '../limits.js';
import type { Change } from './change.js';

/**
 * Puts the deltas of one topic into version order. A pure state machine: it is told what came and says what may go
 * on. Whatever the wire swaps, repeats or loses, versions leave here rising by one, or the gap is named.
 */
export class TopicChannel {
  #last: number | null = null;
  readonly #waiting = new Map<number, Change>();

  /** The newest version that was passed on; null until the stored version was read. */
  get last(): number | null {
    return this.#last;
  }

  /** Something is here that cannot go on, because what comes before it is missing. */
  get hasGap(): boolean {
    return this.#last !== null && this.#waiting.size > 0;
  }

  /** One delta from the wire, in any order. Returns what may be passed on now. */
  accept(change: Change): Change[] {
    if (this.#last !== null && change.version <= this.#last) return [];
    // a full memory is a gap like any other: the rest is read from storage
    if (this.#waiting.size < MAX_HELD_CHANGES || this.#isNext(change)) this.#waiting.set(change.version, change);
    return this.#ready();
  }

  /** The stored version at the first subscribe: what is newer goes on, what is older is in the snapshot. */
  startAt(version: number): Change[] {
    return this.#last === null ? this.moveTo(version) : [];
  }

  /** Storage gave what was missing. Returns the part of it that is news here. */
  repair(stored: readonly Change[]): Change[] {
    const news = stored.filter(({ version }) => this.#last === null || version > this.#last);
    const head = news.at(-1);
    if (head) this.#setLast(head.version);
    return news;
  }

  /** What waited for a repair and may go on after it. */
  afterRepair(): Change[] {
    return this.#ready();
  }

  /** Starts again at a stored version, also at a lower one (a restored backup). Returns what may go on after it. */
  moveTo(version: number): Change[] {
    this.#setLast(version);
    return this.#ready();
  }

  /** Forgets what waits: storage says that it was never kept. */
  dropWaiting(): void {
    this.#waiting.clear();
  }

  #setLast(version: number): void {
    this.#last = version;
    for (const known of this.#waiting.keys()) if (known <= version) this.#waiting.delete(known);
  }

  #isNext({ version }: Change): boolean {
    return this.#last !== null && version === this.#last + 1;
  }

  #ready(): Change[] {
    const ready: Change[] = [];
    if (this.#last === null) return ready;
    for (let next = this.#waiting.get(this.#last + 1); next; next = this.#waiting.get(this.#last + 1)) {
      this.#waiting.delete(next.version);
      this.#last = next.version;
      ready.push(next);
    }
    return ready;
  }
}
