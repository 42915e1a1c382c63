import type { Appended } from './append-to-chain.js';
import type { ChainedEntry, Link } from './chained-entry.js';
import type { SignedPoint } from './signing-keys.js';

/** Something that is to be told outside of the database once it is committed. */
export type ChainedLine =
  | {
      type: 'entry';
      streamId: string;
      seq: string;
      hash: string;
      entry: ChainedEntry;
      details: Record<string, unknown>;
    }
  | ({ type: 'checkpoint'; streamId: string } & SignedPoint);

/** Most lines that wait; above it the oldest are forgotten, because telling must never stop the chain. */
const MOST = 50_000;

/**
 * What this process chained and has not told yet. It is only memory: a handler may run again or be rolled back, so
 * whoever tells a line asks the database first whether it came to be.
 */
export class ChainedLines {
  private readonly waiting = new Map<string, ChainedLine>();

  constructor(private readonly tellsEntries: boolean) {}

  note({ links, checkpoint }: Appended): void {
    if (this.tellsEntries) links.forEach((link) => this.keep(entryLine(link)));
    const streamId = links[0]?.entry.stream_id;
    if (checkpoint && streamId !== undefined) this.keep({ type: 'checkpoint', streamId, ...checkpoint });
  }

  /** Lines in order of chaining, at most `most`. */
  waitingLines(most: number): ChainedLine[] {
    return [...this.waiting.values()].slice(0, most);
  }

  forget(lines: readonly ChainedLine[]): void {
    lines.forEach((line) => this.waiting.delete(keyOf(line)));
  }

  private keep(line: ChainedLine): void {
    this.waiting.set(keyOf(line), line);
    if (this.waiting.size <= MOST) return;
    const [oldest] = this.waiting.keys();
    if (oldest !== undefined) this.waiting.delete(oldest);
  }
}

const keyOf = ({ type, streamId, seq, hash }: ChainedLine): string => [type, streamId, seq, hash].join(':');

const entryLine = ({ entry, data }: Link): ChainedLine => ({
  type: 'entry',
  streamId: entry.stream_id,
  seq: entry.seq,
  hash: entry.hash,
  entry,
  details: data,
});
