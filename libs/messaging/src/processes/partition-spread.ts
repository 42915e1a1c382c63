import type { Pool } from 'pg';
import { isPassing } from '../database/failures.js';
import type { Log } from '../logging/log.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Delivery, Transport } from '../transport/transport.js';
import { HeldPartition } from './held-partition.js';
import { liveWorkers } from './process-registry.js';
import { placesOf } from './ranking.js';

const LOOK_MS = 2_000;
/** The standby subscribes this long after the holder, so that the holder is the broker's active consumer. */
const STANDBY_SECONDS = 2;

interface Parts {
  pool: Pool;
  transport: Transport;
  metrics: Metrics;
  log: Log;
  workerId: string;
  partitions: ReadonlyMap<string, number>;
  deliver: (delivery: Delivery) => void;
}

interface Holding {
  first: string | null;
  second: string | null;
  /** Seconds since the first one subscribed. */
  age: number;
}

/** Subscribes to this worker's share of the partitions: first for some, standby for others, not at all for the rest. */
export class PartitionSpread {
  private readonly held = new Map<string, HeldPartition>();
  /** Those that this worker subscribed to as the first one, or came to be the first one of. */
  private readonly firstOf = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly parts: Parts) {}

  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.lookAgain());
    }, LOOK_MS);
  }

  /** Ends all subscriptions; what is in hand may still be acknowledged. */
  async cancel(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.looking;
    await Promise.all([...this.held.values()].map((partition) => partition.cancel()));
  }

  private async lookAgain(): Promise<void> {
    try {
      if (!this.stopped) await this.look();
    } catch (error) {
      // Postgres or the broker is away: whoever comes back first, the next look mends the subscriptions.
      const reason = error instanceof Error ? error.message : String(error);
      this.parts.log.warn({ reason, passing: isPassing(error) }, 'partitions could not be looked at');
    }
  }

  private async look(): Promise<void> {
    const workers = await liveWorkers(this.parts.pool);
    const since = await this.holders();
    for (const [module, count] of this.parts.partitions) {
      const places = placesOf(module, count, workers);
      for (const [partition, { holder, standby }] of places.entries()) {
        await this.place(module, partition, holder, standby, since.get(`${module}.${String(partition)}`));
      }
      const first = places.filter(({ holder }) => holder === this.parts.workerId).length;
      this.parts.metrics.partitionsHeld.set({ module }, first);
    }
  }

  private async place(
    module: string,
    partition: number,
    holder: string | undefined,
    standby: string | undefined,
    known: Holding | undefined,
  ): Promise<void> {
    const name = `${module}.${String(partition)}`;
    const present = this.held.get(name);
    const me = this.parts.workerId;
    if (holder === me) {
      if (!present) await this.subscribe(name, module, partition);
      this.firstOf.add(name);
      const isTold = known?.first === me && known.second === (standby ?? null);
      if (!present || !isTold) await this.tell(module, partition, me, standby ?? null);
      return;
    }
    if (present && this.firstOf.delete(name)) {
      // The ranking moved on: what is in hand ends here, then the new holder is the active consumer.
      this.release(name, present);
      return;
    }
    if (standby !== me) {
      if (present) this.release(name, present);
    } else if (!present && known && known.first === holder && known.age >= STANDBY_SECONDS) {
      await this.subscribe(name, module, partition);
    }
  }

  private async subscribe(name: string, module: string, partition: number): Promise<void> {
    const held = new HeldPartition(this.parts.deliver);
    this.held.set(name, held);
    await held.subscribe((deliver) => this.parts.transport.consumePartition(module, partition, deliver));
  }

  /** Not waited for: one busy partition must not hold up the others. */
  private release(name: string, partition: HeldPartition): void {
    this.held.delete(name);
    this.firstOf.delete(name);
    partition.release().catch((error: unknown) => {
      this.parts.log.warn({ partition: name, reason: String(error) }, 'a partition was left with its connection');
    });
  }

  private async tell(module: string, partition: number, first: string, second: string | null): Promise<void> {
    await this.parts.pool.query(
      `insert into messaging.partition_holder (module, partition, first, second, consuming_since)
       values ($1, $2, $3, $4, now())
       on conflict (module, partition) do update set first = excluded.first, second = excluded.second,
         consuming_since = case when partition_holder.first = excluded.first then partition_holder.consuming_since
           else excluded.consuming_since end`,
      [module, partition, first, second],
    );
  }

  private async holders(): Promise<Map<string, Holding>> {
    const { rows } = await this.parts.pool.query<Holding & { name: string }>(
      `select module || '.' || partition as name, first, second,
         extract(epoch from now() - consuming_since)::float8 as age from messaging.partition_holder`,
    );
    return new Map(rows.map(({ name, ...holding }) => [name, holding]));
  }
}
