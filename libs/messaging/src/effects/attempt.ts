import type { CommandMessage, Frame } from '../contracts/index.js';
import type { SqlRunner } from '../database/sql.js';

export interface Signal {
  type: string;
  ref?: string | undefined;
  at: string;
}

/** What one attempt of an effect may use. */
export interface Attempt {
  readonly effectId: string;
  /** For the outside world: the effect's id, the same over all attempts. */
  readonly key: string;
  /** For the outside world: this attempt only. */
  readonly attemptKey: string;
  readonly number: number;
  /** The lease's fencing number; every write that goes around the queue is guarded by it. */
  readonly fence: bigint;
  readonly deadline: Date;
  /** Fires when the attempt's time is up, the lease is lost, the effect is cancelled or the process drains. */
  readonly abort: AbortSignal;
  progress(step: string, text?: string, percent?: number): Promise<void>;
  /** Signals in order, those of before this holder included; ends with the attempt. */
  signals(): AsyncIterable<Signal>;
  /** A report on the way: sent in a guarded transaction, its id derived from effect and step. */
  send(step: string, command: CommandMessage): Promise<void>;
  /**
   * Streams changes to topics around the outbox: versions and deltas in a guarded transaction, then at once on the wire.
   * A delta that the wire loses is read from storage by whoever misses its version. Work in place of frames writes what
   * they tell in the same transaction, and returns them.
   */
  stream(frames: readonly Frame[] | ((sql: SqlRunner) => Promise<readonly Frame[]>)): Promise<void>;
  /** Runs `work` in a transaction that fails with `StaleLease` unless the lease is still ours. */
  guarded<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T>;
}
