import { setTimeout as wait } from 'node:timers/promises';
import { Envelope } from '../contracts/index.js';
import { isConnectionLoss, isPassing } from '../database/failures.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Log } from '../logging/log.js';
import type { Delivery, Transport } from '../transport/transport.js';
import { type BatchParts, BatchSpoiled, runBatch } from './command-batch.js';
import { Gathering } from './gathering.js';
import { Lanes } from './lanes.js';
import { announce, recordedReply } from './announce.js';
import { type Work, workOf } from './work.js';

/** Pauses after failures of the world, in milliseconds; the sixth failure is the last. */
const PAUSES = [50, 200, 800, 2_000, 5_000];
/** A message of a newer release waits this long before it is given back. */
const UNKNOWN_MS = 30_000;
const MOST_IN_BATCH = 64;
/**
 * A batch that takes longer is held up by one of its commands, so the next one starts beside it. Until then commands
 * gather: one batch of twenty costs the database half of what four batches of five do.
 */
const HELD_UP_MS = 25;

export interface WorkerParts extends BatchParts {
  transport: Transport;
  metrics: Metrics;
  log: Log;
  /** Transactions under way at once. */
  slots: number;
}

/** Takes deliveries, keeps the order within each entity, and handles what is ready in few transactions. */
export class CommandWorker {
  private readonly lanes = new Lanes();
  private readonly gathering = new Gathering();
  private running = 0;
  private startedAt = 0;
  private later: NodeJS.Timeout | null = null;
  private together: NodeJS.Immediate | null = null;
  private stopping = false;
  private databaseAway: Promise<void> | null = null;
  private idle: (() => void) | null = null;

  constructor(private readonly parts: WorkerParts) {}

  receive(delivery: Delivery): void {
    const envelope = readEnvelope(delivery.body);
    if (!envelope) {
      delivery.reject();
      return;
    }
    if (this.stopping) {
      delivery.giveBack();
      return;
    }
    this.lanes.add(workOf(envelope, delivery));
    this.pumpTogether();
  }

  /** Commands in hand. */
  get depth(): number {
    return this.lanes.size;
  }

  /** Takes nothing new; resolves true when what was begun is done, false when `ms` were not enough. */
  async drain(ms: number): Promise<boolean> {
    this.stopping = true;
    const done = new Promise<boolean>((resolve) => {
      this.idle = () => {
        resolve(true);
      };
    });
    if (this.running === 0) return true;
    return Promise.race([done, wait(ms, false, { ref: false })]);
  }

  /** What arrives together is begun together. */
  private pumpTogether(): void {
    this.together ??= setImmediate(() => {
      this.together = null;
      this.pump();
    });
  }

  private pump(): void {
    while (!this.databaseAway && !this.stopping && this.lanes.hasReady && this.mayStart()) {
      const works = this.lanes.take(MOST_IN_BATCH).filter((work) => this.isKnown(work));
      if (works.length === 0) continue;
      this.running += 1;
      this.gathering.began(works.length);
      this.startedAt = performance.now();
      void this.run(works).finally(() => {
        this.running -= 1;
        if (this.running === 0) this.idle?.();
        this.pump();
      });
    }
    this.parts.metrics.laneDepth.set(this.lanes.size);
  }

  private mayStart(): boolean {
    if (this.running >= this.parts.slots) return false;
    const now = performance.now();
    const left =
      this.running === 0 ? this.gathering.left(this.lanes.readyCount, now) : this.startedAt + HELD_UP_MS - now;
    if (left > 0) this.pumpIn(left);
    return left <= 0;
  }

  private pumpIn(ms: number): void {
    if (this.later) clearTimeout(this.later);
    this.later = setTimeout(() => {
      this.later = null;
      this.pump();
    }, ms);
  }

  private async run(works: Work[]): Promise<void> {
    try {
      await this.handle(works);
    } catch (error) {
      this.failed(works, error);
    }
  }

  private async handle(works: Work[]): Promise<void> {
    const { metrics, transport, failpoints } = this.parts;
    const result = await runBatch(this.parts, works);
    for (const { work } of result.settled) this.acknowledge(work);
    if (result.settled.length > 0) await failpoints.pass('handle.acked');
    announce(this.parts, result.settled);
    if (result.settled.length > 0) await failpoints.pass('reply.sent');
    for (const work of result.seen) {
      this.acknowledge(work);
      metrics.duplicates.inc();
      const { replyTo, id } = work.envelope;
      if (replyTo !== null) transport.reply(replyTo, await recordedReply(this.parts.pool, id));
    }
    for (const { work, elder } of result.elders) {
      metrics.elders.inc();
      this.lanes.before(work, workOf(elder, null));
    }
    for (const work of result.held) {
      work.alone = true;
      this.lanes.again(work);
    }
  }

  private acknowledge(work: Work): void {
    work.delivery?.ack();
    this.lanes.done(work);
  }

  /** Decides for each command of a batch that kept nothing: at once alone, later, or never again. */
  private failed(works: Work[], error: unknown): void {
    if (isConnectionLoss(error)) {
      this.waitForDatabase();
      for (const work of works) this.lanes.again(work);
      return;
    }
    if (!isPassing(error) && !(error instanceof BatchSpoiled)) {
      this.parts.log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'a batch failed');
    }
    for (const work of works) {
      if (work.alone) this.rest(work);
      else {
        work.alone = true;
        this.lanes.again(work);
      }
    }
  }

  private rest(work: Work): void {
    const pause = PAUSES[work.failures];
    work.failures += 1;
    work.doomed = pause === undefined;
    setTimeout(() => {
      this.lanes.again(work);
      this.pump();
    }, pause ?? 0).unref();
  }

  /** Nothing is counted while the database is away; everything goes on when it answers. */
  private waitForDatabase(): void {
    if (this.databaseAway) return;
    const back = async (): Promise<void> => {
      for (let pause = 50; !this.stopping; pause = Math.min(pause * 2, 1_000)) {
        try {
          await this.parts.pool.query('select 1');
          return;
        } catch (error) {
          if (!isPassing(error)) throw error;
          await wait(pause);
        }
      }
    };
    this.databaseAway = back()
      .catch((error: unknown) => {
        this.parts.log.error({ reason: String(error) }, 'the database answers, but not as it should');
      })
      .finally(() => {
        this.databaseAway = null;
        this.pump();
      });
  }

  /** A newer release's command blocks its lane for a while, then goes back with all that waits behind it. */
  private isKnown(work: Work): boolean {
    const { name, v } = work.envelope;
    if (this.parts.registry.knowsCommand(name, v)) return true;
    this.parts.log.warn({ command: name, v, commandId: work.envelope.id }, 'a command of another release waits');
    setTimeout(() => {
      for (const waiting of this.lanes.drop(work)) waiting.delivery?.giveBack();
    }, UNKNOWN_MS).unref();
    return false;
  }
}

function readEnvelope(body: Buffer): Envelope | null {
  try {
    return Envelope.parse(JSON.parse(body.toString()));
  } catch (error) {
    // Whatever does not parse is not an envelope; the recorder of dead letters keeps the raw body.
    if (error instanceof Error) return null;
    throw error;
  }
}
