import type { CommandMessage, Frame } from '../contracts/index.js';
import { type SqlRunner, statement } from '../database/sql.js';
import { storeDeltas } from '../realtime/store-deltas.js';
import type { AcceptRow } from '../sending/accept-queue.js';
import type { Transport } from '../transport/transport.js';
import type { Attempt, Signal } from './attempt.js';
import type { EffectRecord, EffectStore, Lease } from './effect-store.js';

/** Why an attempt was told to stop. */
export type StopReason = 'timeout' | 'lease_lost' | 'cancelled' | 'draining';

/** One attempt in progress: what the effect sees of it, and how the runner stops it. */
export class RunningAttempt implements Attempt {
  readonly effectId: string;
  readonly key: string;
  readonly attemptKey: string;
  readonly number: number;
  readonly fence: bigint;
  readonly deadline: Date;
  readonly abort: AbortSignal;
  stopped: StopReason | null = null;
  ended = false;
  private readonly controller = new AbortController();
  private heard: Signal[];
  private changed: (() => void) | null = null;

  constructor(
    effect: EffectRecord,
    readonly lease: Lease,
    private readonly store: EffectStore,
    private readonly rowFor: (command: CommandMessage, step: string) => AcceptRow,
    private readonly transport: Pick<Transport, 'broadcast'>,
  ) {
    this.effectId = effect.id;
    this.key = effect.id;
    this.attemptKey = `${effect.id}:${String(effect.attempt)}`;
    this.number = effect.attempt;
    this.fence = effect.fence;
    this.deadline = effect.deadline;
    this.heard = effect.signals;
    this.abort = this.controller.signal;
  }

  stop(reason: StopReason): void {
    this.stopped ??= reason;
    this.controller.abort(new Error(`The attempt was stopped: ${reason}.`));
    this.changed?.();
  }

  /** The signals as they stand in the row now. */
  hear(signals: Signal[]): void {
    this.heard = signals;
    this.changed?.();
    if (signals.some(({ type }) => type === 'cancel')) this.stop('cancelled');
  }

  end(): void {
    this.ended = true;
    this.changed?.();
  }

  async progress(step: string, text?: string, percent?: number): Promise<void> {
    await this.store.progress(this.lease, { step, text: text ?? null, percent: percent ?? null });
  }

  async *signals(): AsyncGenerator<Signal> {
    for (let next = 0; !this.ended && !this.abort.aborted;) {
      const signal = this.heard[next];
      if (signal) {
        next += 1;
        yield signal;
      } else {
        await new Promise<void>((resolve) => {
          this.changed = resolve;
        });
      }
    }
  }

  async send(step: string, command: CommandMessage): Promise<void> {
    await this.store.sendReport(this.lease, this.rowFor(command, step));
  }

  async stream(frames: readonly Frame[] | ((sql: SqlRunner) => Promise<readonly Frame[]>)): Promise<void> {
    const byTopic = await this.guarded(async (sql) =>
      storeDeltas(sql, typeof frames === 'function' ? await frames(sql) : frames),
    );
    for (const [topic, deltas] of byTopic) this.transport.broadcast({ kind: 'deltas', topic, deltas });
  }

  async guarded<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    return this.store.writing(this.lease, (client) =>
      work(async (query, ...values) => {
        const { rows } = await client.query<Record<string, unknown>>(statement(query, values));
        return rows;
      }),
    );
  }
}
