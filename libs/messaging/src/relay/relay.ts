import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Log } from '../logging/log.js';
import type { Failpoints } from '../failpoints/failpoints.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Outgoing, Transport } from '../transport/transport.js';
import { Doorbell } from './doorbell.js';
import { envelopeOf, OutboxRow } from './outbox-row.js';
import { queueOf, RestingQueues } from './resting-queues.js';

const BATCH = 200;
/** Published and not yet marked, over all batches. */
const MOST_IN_FLIGHT = 5_000;
/** Under load rows gather this long between two looks; an idle relay looks at once. */
const GATHER_MS = 3;
/** Marks wait this long for others: by then most commands are settled, which marks them too. */
const MARK_AFTER_MS = 150;

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
  private readonly resting = new RestingQueues();
  private marking: MarkGroup | null = null;
  private restoring = false;

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
    this.resting.clear();
    const under = new Set<Promise<void>>();
    let failure: Error | undefined;
    const follow = (batch: Promise<void>): void => {
      under.add(batch);
      batch.then(
        () => under.delete(batch),
        (error: unknown) => {
          failure = error instanceof Error ? error : new Error('a batch could not be relayed', { cause: error });
          under.delete(batch);
          this.doorbell.ring();
        },
      );
    };
    while (!term.aborted && failure === undefined) {
      const looked = performance.now();
      const rows = await this.next();
      if (rows.length > 0) follow(this.publish(rows, term));
      if (this.inFlight.size >= MOST_IN_FLIGHT) await Promise.race(under);
      // Whatever was committed since the look has rung.
      if (rows.length < BATCH) await this.doorbell.rung(1_000, term);
      const early = looked + GATHER_MS - performance.now();
      if (early > 0) await wait(early);
    }
    await Promise.allSettled(under);
    if (failure !== undefined) throw failure;
  }

  private async next(): Promise<OutboxRow[]> {
    if (this.transport.awaySince()) {
      // A broker that comes back starts afresh: what it refused on its way down says nothing any more.
      this.resting.clear();
      return [];
    }
    const { rows } = await this.pool.query({
      name: 'relay.next',
      text: `select seq, id, kind, name, v, module, entity_id, organization_id, partition, payload, actor,
          correlation_id, causation_id, hop, traceparent, reply_to, deadline, accepted_at, frames
        from messaging.outbox where published_at is null and seq <> all($1::bigint[]) order by seq limit $2`,
      values: [[...this.inFlight, ...this.resting.seqs(Date.now())], BATCH],
    });
    return rows.map((row) => OutboxRow.parse(row));
  }

  private async publish(rows: OutboxRow[], term: AbortSignal): Promise<void> {
    for (const { seq } of rows) this.inFlight.add(seq);
    const stop = this.metrics.relayPublish.startTimer();
    try {
      const kept = await this.transport.publish(rows.map(outgoing));
      stop();
      await this.failpoints.pass('relay.published');
      const marked = rows.filter((_, index) => kept[index]);
      const refused = rows.filter((_, index) => !kept[index]);
      if (this.resting.took(marked)) this.doorbell.ring();
      // A broker that went away refused nothing: its rows are tried again as soon as it is back.
      if (refused.length > 0 && !this.transport.awaySince()) this.rest(refused);
      for (const { seq } of refused) this.inFlight.delete(seq);
      await this.markSoon(
        marked.map(({ seq }) => seq),
        term,
      );
      await this.failpoints.pass('relay.marked');
    } finally {
      for (const { seq } of rows) this.inFlight.delete(seq);
    }
  }

  /** Many batches share one update. */
  private markSoon(seqs: string[], term: AbortSignal): Promise<void> {
    if (seqs.length === 0) return Promise.resolve();
    const group = this.marking ?? this.openGroup(term);
    group.seqs.push(...seqs);
    return group.done;
  }

  private openGroup(term: AbortSignal): MarkGroup {
    const seqs: string[] = [];
    const mark = (): Promise<void> => {
      this.marking = null;
      return this.mark(seqs);
    };
    const done = wait(MARK_AFTER_MS, undefined, { signal: term }).then(mark, (error: unknown) => {
      // The term ended: whoever leads next should find them marked.
      if (term.aborted) return mark();
      throw error;
    });
    this.marking = { seqs, done };
    return this.marking;
  }

  /** Events and effects are settled once they are on the wire; a command is when its handler says so. */
  private async mark(seqs: string[]): Promise<void> {
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

  /** The queues are tried again later, others go on; perhaps they are gone, so the topology is asserted again. */
  private rest(rows: OutboxRow[]): void {
    this.resting.refused(rows, Date.now());
    this.log.warn(
      { messages: rows.length, first: rows[0]?.id, queues: [...new Set(rows.map(queueOf))] },
      'the broker refused messages; trying again',
    );
    if (this.restoring) return;
    this.restoring = true;
    void this.transport.restore().finally(() => {
      this.restoring = false;
    });
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
