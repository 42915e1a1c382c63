import type { Pool } from 'pg';
import { z } from 'zod';
import { isConnectionLoss, isPassing } from '../database/failures.js';
import { Unavailable } from '../rejections/failures.js';
import type { OutgoingRow } from './outgoing-row.js';

export interface AcceptRow extends OutgoingRow {
  reply_to: string | null;
  idempotency_key: string | null;
  /** Hexadecimal. */
  request_hash: string | null;
}

/** What became of one row: its own, or the row that stood there before under its id or idempotency key. */
export interface AcceptedRow {
  id: string;
  fresh: boolean;
  requestHash: Buffer | null;
}

const Answer = z.array(
  z.object({
    ordinal: z.number(),
    id: z.string(),
    fresh: z.boolean(),
    request_hash: z.instanceof(Buffer).nullable(),
  }),
);

interface Waiting {
  rows: readonly AcceptRow[];
  resolve(accepted: AcceptedRow[]): void;
  reject(error: unknown): void;
}

/** Rows of one commit at most; more wait for the next one. */
const MOST_ROWS = 256;

/**
 * Stores what is sent at the same moment in one commit: under load many callers share one wait for the disk,
 * an idle caller waits for nobody. Each caller's rows stay together.
 */
export class AcceptQueue {
  private waiting: Waiting[] = [];
  private running = 0;
  private together: NodeJS.Immediate | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly concurrency = 1,
  ) {}

  /** Throws `Unavailable` when Postgres cannot be reached. */
  accept(rows: readonly AcceptRow[]): Promise<AcceptedRow[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ rows, resolve, reject });
      this.pumpTogether();
    });
  }

  /** What is sent in one turn of the event loop is stored together: else the first would commit alone. */
  private pumpTogether(): void {
    this.together ??= setImmediate(() => {
      this.together = null;
      this.pump();
    });
  }

  private pump(): void {
    while (this.running < this.concurrency && this.waiting.length > 0) {
      const group = this.takeGroup();
      this.running += 1;
      void this.store(group).finally(() => {
        this.running -= 1;
        this.pump();
      });
    }
  }

  private takeGroup(): Waiting[] {
    let rows = 0;
    const end = this.waiting.findIndex((next) => (rows += next.rows.length) > MOST_ROWS);
    return this.waiting.splice(0, end === -1 ? this.waiting.length : Math.max(end, 1));
  }

  /** One bad row must not fail its neighbours: a refused group is stored caller by caller. */
  private async store(group: Waiting[]): Promise<void> {
    try {
      const accepted = await this.insert(group.flatMap(({ rows }) => rows));
      let start = 0;
      for (const caller of group) {
        caller.resolve(accepted.slice(start, start + caller.rows.length));
        start += caller.rows.length;
      }
    } catch (error) {
      if (group.length > 1 && !isConnectionLoss(error)) {
        for (const caller of group) await this.store([caller]);
        return;
      }
      for (const caller of group)
        caller.reject(isPassing(error) ? new Unavailable('database', { cause: error }) : error);
    }
  }

  private async insert(rows: AcceptRow[]): Promise<AcceptedRow[]> {
    const items = JSON.stringify(rows.map((row, ordinal) => ({ ordinal, ...row })));
    const { rows: found } = await this.pool.query({
      name: 'accept',
      text: 'select ordinal, id, fresh, request_hash from messaging.accept($1::jsonb)',
      values: [items],
    });
    const answers = new Map<number, AcceptedRow>();
    for (const { ordinal, id, fresh, request_hash } of Answer.parse(found)) {
      if (!answers.has(ordinal)) answers.set(ordinal, { id, fresh, requestHash: request_hash });
    }
    return rows.map((row, ordinal) => answers.get(ordinal) ?? { id: row.id, fresh: false, requestHash: null });
  }
}
