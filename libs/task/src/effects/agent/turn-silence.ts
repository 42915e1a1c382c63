import type { AgentLimits } from './turn-limits.js';

/** How long nothing was heard of the agent. People are told; nothing is ended for it. */
export class TurnSilence {
  private hasSpoken = false;

  constructor(
    private readonly limits: AgentLimits,
    public stalledSince: Date | null,
    private sinceMs: number,
  ) {}

  /** The agent said something. */
  heard(nowMs: number): void {
    this.sinceMs = nowMs;
    this.hasSpoken = true;
    this.stalledSince = null;
  }

  /** Something was said to the agent. */
  told(nowMs: number): void {
    this.sinceMs = Math.max(this.sinceMs, nowMs);
  }

  /** When people are to be told; null: they know. */
  get dueMs(): number | null {
    if (this.stalledSince !== null) return null;
    return this.sinceMs + (this.hasSpoken ? this.limits.silenceMs : this.limits.firstOutputMs);
  }

  /** People are told now, in these words. */
  stall(nowMs: number): string {
    this.stalledSince = new Date(nowMs);
    const seconds = Math.round((nowMs - this.sinceMs) / 1_000);
    return `Nothing was heard of the agent for ${String(seconds)} seconds. It goes on until it is stopped.`;
  }
}
