import type { AgentGap } from '../contracts/index.js';

/** What to do with an event that was read. */
export type EventPlace =
  | { kind: 'next' }
  /** What `gap` names is lost; the event itself is the next one. */
  | { kind: 'next'; gap: AgentGap }
  | { kind: 'seen' }
  /** Events before it are missing here, and the server may still keep them: read again from `last`. */
  | { kind: 'ahead' };

/**
 * Puts the events of one connection in order. Their ids are consecutive, but the server drops some of a burst for a reader,
 * and keeps no more than the newest 1,024 to be read again.
 */
export class EventOrder {
  /** An event beyond the next one was seen, so reading anew begins with all that is kept. */
  private knowsOfMore = false;
  private isFirst = true;

  constructor(private newest: number) {}

  /** The last event that was taken. */
  get last(): number {
    return this.newest;
  }

  /** Reading begins anew after `last`. */
  begin(): void {
    this.isFirst = true;
  }

  place(id: number): EventPlace {
    const from = this.newest + 1;
    if (id < from) return { kind: 'seen' };
    // A reading that begins while an event comes may miss that one; only the next reading tells what is lost for good.
    const isLost = this.isFirst && this.knowsOfMore;
    if (id > from && !isLost) {
      this.knowsOfMore = true;
      return { kind: 'ahead' };
    }
    this.newest = id;
    this.isFirst = this.knowsOfMore = false;
    return id === from ? { kind: 'next' } : { kind: 'next', gap: { from, to: id - 1 } };
  }
}
