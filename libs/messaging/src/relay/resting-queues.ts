import type { OutboxRow } from './outbox-row.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

type Addressed = Pick<OutboxRow, 'seq' | 'kind' | 'module' | 'partition'>;

interface Rest {
  tries: number;
  /** Epoch milliseconds of the next try. */
  until: number;
  seqs: Set<string>;
}

/**
 * Queues that refused what was published to them. Each rests for 1, 2, 4 … 30 s; the first message that it takes ends
 * its rest at once, so that a queue which was away for a minute is not left alone for half a minute more.
 */
export class RestingQueues {
  private readonly rests = new Map<string, Rest>();

  /** `rows` of one try were refused at `now` (epoch milliseconds). */
  refused(rows: readonly Addressed[], now: number): void {
    for (const queue of new Set(rows.map(queueOf))) {
      const rest = this.rests.get(queue) ?? { tries: 0, until: 0, seqs: new Set() };
      rest.until = now + Math.min(FIRST_PAUSE_MS * 2 ** rest.tries, LONGEST_PAUSE_MS);
      rest.tries += 1;
      this.rests.set(queue, rest);
    }
    for (const row of rows) this.rests.get(queueOf(row))?.seqs.add(row.seq);
  }

  /** The broker kept `rows`. True when rows that rested may go now. */
  took(rows: readonly Addressed[]): boolean {
    if (this.rests.size === 0) return false;
    return rows.map((row) => this.rests.delete(queueOf(row))).includes(true);
  }

  /** What must not be tried yet. */
  seqs(now: number): string[] {
    return [...this.rests.values()].flatMap(({ until, seqs }) => (until > now ? [...seqs] : []));
  }

  clear(): void {
    this.rests.clear();
  }
}

/** Where a row goes, as one word. */
export const queueOf = ({ kind, module, partition }: Addressed): string =>
  partition === null ? `${module}.${kind}s` : `${module}.${kind}s.${String(partition)}`;
