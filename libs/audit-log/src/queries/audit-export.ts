import { once } from 'node:events';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { Database, type SqlRunner } from '@foundry/messaging';
import { Injectable, Logger } from '@nestjs/common';
import { canonicalJson } from '#audit-verify';
import { PublicKeys } from '../domain/signing-keys.js';
import { readChain, type WitnessedRow } from './chain-rows.js';
import { csvHeader, csvLine } from './csv.js';
import { entryView } from './entry-view.js';
import { exportRange, type ExportRange, type Period } from './export-range.js';

/** Entries that are read and written at a time. */
const PAGE = 500;

/** A reader that takes nothing for so long is gone. */
const STALLED_MS = 60_000;

export type ExportFormat = 'jsonl' | 'csv';

/** Streams a chain, or the piece of it that a period needs, from one snapshot and in constant memory. */
@Injectable()
export class AuditExport {
  private readonly logger = new Logger('audit-log');

  constructor(
    private readonly database: Database,
    private readonly keys: PublicKeys,
  ) {}

  /**
   * Begins at once. The stream ends early, with an error for its reader, when the database goes away, or when nothing
   * was taken from it for `stalledMs`.
   */
  open(streamId: string, period: Period, format: ExportFormat, stalledMs = STALLED_MS): Readable {
    const out = new PassThrough();
    const poured = this.database.snapshot(async (sql) => {
      const range = await exportRange(sql, streamId, period);
      const pieces = format === 'csv' ? csv(sql, streamId, range) : jsonl(sql, streamId, range, this.keys);
      await pour(pieces, out, stalledMs);
    });
    poured.then(
      () => out.end(),
      (error: unknown) => {
        if (!(error instanceof ReaderGone)) this.logger.error({ event: 'audit.export_failed', streamId, error });
        out.destroy(error instanceof Error ? error : new Error('The export failed.'));
      },
    );
    return out;
  }
}

/** The reader closed the connection or stopped reading. */
class ReaderGone extends Error {
  constructor() {
    super('The reader of the export is gone.');
  }
}

async function pour(pieces: AsyncIterable<string>, out: Writable, stalledMs: number): Promise<void> {
  const closed = new AbortController();
  out.once('close', () => {
    closed.abort();
  });
  for await (const piece of pieces) {
    if (out.destroyed) throw new ReaderGone();
    if (out.write(piece)) continue;
    const timer = setTimeout(() => {
      closed.abort();
    }, stalledMs);
    try {
      await once(out, 'drain', { signal: closed.signal });
    } catch (error) {
      if (closed.signal.aborted) throw new ReaderGone();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

async function* pagesOf(sql: SqlRunner, streamId: string, { from, to }: ExportRange): AsyncGenerator<WitnessedRow[]> {
  for (let next = from; next <= to;) {
    const rows = await readChain(sql, streamId, { from: next, to, limit: PAGE });
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    next = BigInt(last.entry.seq) + 1n;
  }
}

/** Every line is canonical JSON, so that the verifier notices any changed byte. */
const line = (value: unknown): string => `${canonicalJson(value)}\n`;

/** The lines of an export in pieces: header, entries, signed end. */
export async function* jsonl(
  sql: SqlRunner,
  streamId: string,
  range: ExportRange,
  keys: PublicKeys,
): AsyncGenerator<string> {
  yield line({
    type: 'header',
    format: 'foundry-audit-1',
    stream_id: streamId,
    from: String(range.from),
    to: String(range.to),
    keys: [...keys.byId].map(([id, key]) => ({
      id,
      public_key: key.export({ type: 'spki', format: 'der' }).toString('base64'),
    })),
  });
  for await (const rows of pagesOf(sql, streamId, range)) {
    yield rows.map(({ entry, details }) => line({ entry, details })).join('');
  }
  if (range.end) yield line(range.end);
}

async function* csv(sql: SqlRunner, streamId: string, range: ExportRange): AsyncGenerator<string> {
  yield csvHeader();
  for await (const rows of pagesOf(sql, streamId, range)) yield rows.map((row) => csvLine(entryView(row))).join('');
}
