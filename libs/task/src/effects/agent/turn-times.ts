import type { TurnDelivery } from './turn-delivery.js';
import type { TurnEnding } from './turn-ending.js';
import type { TurnHold } from './turn-hold.js';
import type { TurnKeeper } from './turn-keeper.js';
import type { TurnParts } from './turn-parts.js';
import type { TurnRequests } from './turn-requests.js';
import type { TurnSaves } from './turn-saves.js';
import type { TurnSending } from './turn-sending.js';
import type { TurnSilence } from './turn-silence.js';

/** Who of a turn has something to do when its time comes. */
interface Around {
  ending: TurnEnding;
  sending: TurnSending;
  delivery: TurnDelivery;
  requests: TurnRequests;
  silence: TurnSilence;
  hold: TurnHold;
  saves: TurnSaves;
  keeper: TurnKeeper;
}

interface Time {
  /** When; null: nothing is to be done. */
  dueMs: () => number | null;
  act: (nowMs: number) => Promise<void> | void;
}

/** What a turn does because its time has come, and not because something was heard. */
export class TurnTimes {
  private readonly times: readonly Time[];

  constructor(
    private readonly parts: Pick<TurnParts, 'line' | 'transcript' | 'limits'>,
    private readonly around: Around,
  ) {
    const { line } = parts;
    const { ending, delivery, hold, saves, keeper } = around;
    this.times = [
      { dueMs: () => ending.dueMs, act: () => ending.timeIsOver() },
      { dueMs: () => delivery.dueMs, act: (now) => delivery.advance(now) },
      { dueMs: () => line.dueMs, act: () => line.tellAgain() },
      { dueMs: () => this.heldUntilMs(), act: (now) => this.release(now) },
      { dueMs: () => this.silentUntilMs(), act: (now) => this.stall(now) },
      { dueMs: () => hold.dueMs, act: (now) => hold.renew(now) },
      { dueMs: () => saves.dueMs, act: (now) => saves.advance(now) },
      { dueMs: () => keeper.dueMs, act: () => keeper.flush() },
    ];
  }

  /** Milliseconds until something is to be done. */
  wait(nowMs: number): number {
    const due = this.times.flatMap(({ dueMs }) => dueMs() ?? []);
    return Math.max(0, Math.min(...due) - nowMs);
  }

  /** Does what is due, in this order, and nothing more once the turn is over. */
  async pass(nowMs: number): Promise<void> {
    for (const { dueMs, act } of this.times) {
      if (this.around.ending.end) return;
      const due = dueMs();
      if (due !== null && nowMs >= due) await act(nowMs);
    }
  }

  /** Text that could begin a secret is not held back for ever. */
  private heldUntilMs(): number | null {
    const since = this.parts.transcript.heldSinceMs;
    return since === null ? null : since + this.parts.limits.heldMs;
  }

  private release(nowMs: number): void {
    this.parts.transcript.release();
    this.around.keeper.soon(nowMs);
  }

  /** When people are to be told that nothing is heard; null: nothing is expected, or they know. */
  private silentUntilMs(): number | null {
    const { sending, requests, silence } = this.around;
    return sending.isUnderWay && !requests.isWaiting ? silence.dueMs : null;
  }

  private stall(nowMs: number): void {
    const { silence, keeper } = this.around;
    this.parts.transcript.notice('agent.silent', silence.stall(nowMs));
    keeper.soon(nowMs);
  }
}
