import { Database } from '@foundry/messaging';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { type ChainedLine, ChainedLines } from '../domain/chained-lines.js';
import { SignedRow } from '../queries/chain-rows.js';

const EVERY_MS = 500;
/** Lines that are told at a time. */
const BATCH = 1000;
/** A line that is not in the database after so many looks was rolled back. */
const LOOKS = 60;

const Committed = z.array(z.object({ place: z.number() }));
const Recent = z.array(SignedRow.extend({ stream_id: z.string() }));

/**
 * Tells what was chained as log lines, once it is committed: `audit.checkpoint` always, so that a copy of every checkpoint
 * exists outside of the database, and `audit.entry` with AUDIT_STDOUT. A line may be told twice, after a restart; stream
 * and number say so.
 */
@Injectable()
export class AuditLines implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('audit-log');
  private readonly looks = new WeakMap<ChainedLine, number>();
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly lines: ChainedLines,
  ) {}

  onModuleInit(): void {
    this.telling = this.attempt(() => this.tellRecentCheckpoints());
    this.timer = setInterval(() => {
      this.telling = this.telling.then(() => this.attempt(() => this.tell()));
    }, EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.telling;
    await this.attempt(() => this.tell());
  }

  /** Tells the lines that are committed by now. */
  async tell(): Promise<void> {
    const waiting = this.lines.waitingLines(BATCH);
    if (waiting.length === 0) return;
    const committed = await this.committed(waiting);
    waiting.filter((_line, place) => committed.has(place)).forEach((line) => this.logger.log(messageOf(line)));
    const settled = waiting.filter((line, place) => committed.has(place) || this.isGone(line));
    this.lines.forget(settled);
  }

  /** A database that is away is told of by its own check; the lines wait. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn({ event: 'audit.lines_waiting', reason: error instanceof Error ? error.name : 'unknown' });
    }
  }

  private isGone(line: ChainedLine): boolean {
    const looks = (this.looks.get(line) ?? 0) + 1;
    this.looks.set(line, looks);
    return looks >= LOOKS;
  }

  private async committed(lines: readonly ChainedLine[]): Promise<Set<number>> {
    const rows = await this.database.sql`
      select wanted.place::int from unnest(
        ${lines.map(({ streamId }) => streamId)}::bigint[], ${lines.map(({ seq }) => seq)}::bigint[],
        ${lines.map(({ hash }) => hash)}::text[]) with ordinality as wanted (stream_id, seq, hash, place)
      join audit_log.entries e on e.stream_id = wanted.stream_id and e.seq = wanted.seq and encode(e.hash, 'hex') = wanted.hash`;
    return new Set(Committed.parse(rows).map(({ place }) => place - 1));
  }

  /** A process that died between commit and line may have left some untold. */
  private async tellRecentCheckpoints(): Promise<void> {
    const rows = await this.database.sql`
      select stream_id::text, seq::text, encode(hash, 'hex') as hash, encode(signature, 'hex') as signature, key_id
      from audit_log.checkpoints where at > now() - interval '10 minutes' order by at`;
    Recent.parse(rows).forEach(({ stream_id: streamId, ...signed }) => {
      this.logger.log(messageOf({ type: 'checkpoint', streamId, ...signed }));
    });
  }
}

function messageOf(line: ChainedLine): object {
  if (line.type === 'entry') return { event: 'audit.entry', ...line.entry, details: line.details };
  return {
    event: 'audit.checkpoint',
    streamId: line.streamId,
    seq: line.seq,
    hash: line.hash,
    signature: line.signature,
    keyId: line.key_id,
  };
}
