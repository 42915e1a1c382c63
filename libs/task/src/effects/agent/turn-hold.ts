import { HoldSandbox } from '@foundry/sandbox/contracts';
import type { TurnParts } from './turn-parts.js';

/** Keeps the machine for a turn that runs, again and again. The command that asked for the turn held it first. */
export class TurnHold {
  private count = 0;

  constructor(
    private readonly parts: Pick<TurnParts, 'payload' | 'attempt' | 'limits'>,
    private nextMs: number,
  ) {
    this.nextMs += parts.limits.holdEveryMs;
  }

  get dueMs(): number {
    return this.nextMs;
  }

  async renew(nowMs: number): Promise<void> {
    const { payload, attempt, limits } = this.parts;
    const { organizationId, sandboxId, turnId: holdId } = payload;
    this.count += 1;
    this.nextMs = nowMs + limits.holdEveryMs;
    const until = new Date(nowMs + limits.holdMs).toISOString();
    const hold = new HoldSandbox({ organizationId, sandboxId, holdId, kind: 'turn', until });
    await attempt.send(`hold ${String(attempt.fence)}.${String(this.count)}`, hold);
  }
}
