import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Log } from '../logging/log.js';
import type { Failpoints } from '../failpoints/failpoints.js';
import type { Metrics } from '../metrics/metrics.js';
import { publishSpans } from '../tracing/row-spans.js';
import type { Outgoing, Transport } from '../transport/transport.js';
import { Doorbell } from './doorbell.js';
import { envelopeOf, OutboxRow } from './outbox-row.js';

const BATCH = 200;
/** Published and not yet confirmed, over all batches. */
const MOST_IN_FLIGHT = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Marks wait this long for others: by then most commands are settled, which marks them too. */
const MARK_AFTER_MS = 40;

interface MarkGroup {
  seqs: string[];
  done: Promise<void>;
}

/**
 * Puts the outbox on the wire in its order. A row is marked after its confirm only: publishing twice is harmless,
 * since the inbox drops the second; never publishing is not.
 */
export class Relay {
  readonly doorbell = new Doorbell();
  private readonly inFlight = new Set<string>();
  private marking: MarkGroup | null = null;
  /** Rows that the wire refused, and when they may be tried again. */
  private readonly refused = new Map<string, { tries: number; at: number }>();

  constructor(
    private readonly pool: Pool,
    private readonly transport: Transport,
    private readonly failpoints: Failpoints,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  /** Relays until the term ends. Throws when the database goes away. */
  async run(term: AbortSignal): Promise<void> {
    this.inFlight.clear();
    const under = new Set<Promise<void>>();
    let failure: Error | undefined;
    while (!term.aborted && failure === undefined) {
      const rows = this.transport.awaySince() ? [] : await this.next();
      if (rows.length === 0) {
        await this.doorbell.rung(1_000, term);
        continue;
      }
      const batch = this.publish(rows);
      under.add(batch);
      batch.then(
        () => under.delete(batch),
        (error: unknown) => {
          failure = error instanceof Error ? error : new Error('a batch could not be relayed', { cause: error });
          under.delete(batch);
          this.doorbell.ring();
        },
      );
      if (this.inFlight.size >= MOST_IN_FLIGHT) await Promise.race(under);
    }
    await Promise.allSettled(under);
    if (failure !== undefined) throw failure;
  }

  private async next(): Promise<OutboxRow[]> {
    const now = Date.now();
    const resting = [...this.refused].filter(([, { at }]) => at > now).map(([seq]) => seq);
    const { rows } = await this.pool.query({
      name: 'relay.next',
      text: `select seq, id, kind, name, v, module, entity_id, organization_id, partition, payload, actor,
          correlation_id, causation_id, hop, traceparent, reply_to, deadline, accepted_at, frames
        from messaging.outbox where published_at is null and seq <> all($1::bigint[]) order by seq limit $2`,
      values: [[...this.inFlight, ...resting], BATCH],
    });
    return rows.map((row) => OutboxRow.parse(row));
  }

  private async publish(rows: OutboxRow[]): Promise<void> {
    for (const { seq } of rows) this.inFlight.add(seq);
    const stop = this.metrics.relayPublish.startTimer();
    const spans = publishSpans(rows);
    try {
      const kept = await this.transport.publish(rows.map(outgoing));
      stop();
      spans?.end(kept);
      await this.failpoints.pass('relay.published');
      const marked = rows.filter((_, index) => kept[index]);
      // A broker that went away refused nothing: its rows are tried again as soon as it is back.
      if (!this.transport.awaySince()) for (const row of rows.filter((_, index) => !kept[index])) this.rest(row);
      await this.markSoon(marked.map(({ seq }) => seq));
      await this.failpoints.pass('relay.marked');
      for (const { seq } of marked) this.refused.delete(seq);
    } finally {
      for (const { seq } of rows) this.inFlight.delete(seq);
    }
  }

  /** Many batches share one update. */
  private markSoon(seqs: string[]): Promise<void> {
    const group = this.marking ?? this.openGroup();
    group.seqs.push(...seqs);
    return group.done;
  }

  private openGroup(): MarkGroup {
    const seqs: string[] = [];
    const done = wait(MARK_AFTER_MS).then(() => {
      this.marking = null;
      return this.mark(seqs);
    });
    this.marking = { seqs, done };
    return this.marking;
  }

  /** Events and effects are settled once they are on the wire; a command is when its handler says so. */
  private async mark(seqs: string[]): Promise<void> {
    if (seqs.length === 0) return;
    await this.pool.query({
      name: 'relay.mark',
      text: `with held as (
          select seq from messaging.outbox where seq = any($1::bigint[]) and published_at is null order by seq for update)
        update messaging.outbox o set published_at = clock_timestamp(),
          settled_at = case when kind = 'command' then settled_at else clock_timestamp() end
        from held where o.seq = held.seq`,
      values: [seqs],
    });
  }

  private rest(row: OutboxRow): void {
    const tries = (this.refused.get(row.seq)?.tries ?? 0) + 1;
    const pause = Math.min(1_000 * 2 ** (tries - 1), LONGEST_PAUSE_MS);
    this.refused.set(row.seq, { tries, at: Date.now() + pause });
    this.log.warn({ id: row.id, name: row.name, tries }, 'the broker refused a message; trying again');
  }
}

function outgoing(row: OutboxRow): Outgoing {
  return {
    kind: row.kind,
    module: row.module,
    partition: row.partition,
    entityId: row.entity_id,
    id: row.id,
    name: row.name,
    body: JSON.stringify(envelopeOf(row)),
  };
}
