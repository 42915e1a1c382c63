/** One call that was answered; the path has no query, so that nothing secret is kept. */
export interface CallEntry {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly budget: string;
  /** False for 304 and for what is free. */
  readonly counted: boolean;
  /** Milliseconds since the epoch, by the real clock. */
  readonly at: number;
}

const kept = 20_000;

/** What was asked, for tests and measurements that count calls. */
export class CallLog {
  private entries: CallEntry[] = [];

  record(entry: CallEntry): void {
    this.entries.push(entry);
    if (this.entries.length > kept * 2) this.entries = this.entries.slice(-kept);
  }

  list(): readonly CallEntry[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }

  totals(): { total: number; counted: number; notModified: number } {
    return {
      total: this.entries.length,
      counted: this.entries.filter(({ counted }) => counted).length,
      notModified: this.entries.filter(({ status }) => status === 304).length,
    };
  }
}
