import { randomUUID } from 'node:crypto';
import { SaveSandbox } from '@foundry/sandbox/contracts';
import type { ToolCallData } from '../../transcript/tool-call.js';
import { isOver } from '../../transcript/tool-call.js';
import type { TurnParts } from './turn-parts.js';

/** Calls that leave every file as it was. */
const READS: readonly string[] = ['read', 'search', 'think', 'fetch', 'switch_mode'];

/**
 * Has the work of a turn saved while it goes on: soon after something may have changed files, so that people see what it
 * changes, and every few minutes outside the machine, so that a lost machine costs no more than these. One at a time: the
 * next is asked for when the one before is told to be over.
 */
export class TurnSaves {
  private isDue: boolean;
  private savedAtMs: number;
  private keptAtMs: number;
  private asked: { checkpointId: string; untilMs: number } | null = null;
  private count = 0;

  constructor(
    private readonly parts: Pick<TurnParts, 'payload' | 'limits'> & {
      attempt: Pick<TurnParts['attempt'], 'send' | 'fence'>;
      row: Pick<TurnParts['row'], 'delivery'>;
    },
    nowMs: number,
  ) {
    this.savedAtMs = this.keptAtMs = nowMs;
    // What the former holder heard of and did not have saved is not known.
    this.isDue = parts.row.delivery === 'sent';
  }

  get dueMs(): number {
    if (this.asked) return this.asked.untilMs;
    const { saveEveryMs } = this.parts.limits;
    return this.isDue ? Math.min(this.savedAtMs + saveEveryMs, this.keepAtMs) : this.keepAtMs;
  }

  /** What a call of a tool is now. One that is over may have changed files. */
  heard(call: Pick<ToolCallData, 'kind' | 'status'> | null): void {
    if (call && isOver(call) && !READS.includes(call.kind)) this.isDue = true;
  }

  /** A saving is over, whoever asked for it. */
  over(checkpointId: string): void {
    if (this.asked?.checkpointId === checkpointId) this.asked = null;
  }

  async advance(nowMs: number): Promise<void> {
    const { payload, attempt, limits } = this.parts;
    if (this.asked) {
      // Nothing was heard of it for longer than it can take.
      this.asked = null;
      return;
    }
    const { organizationId, sandboxId } = payload;
    const checkpointId = randomUUID();
    const store = nowMs >= this.keepAtMs;
    this.count += 1;
    this.isDue = false;
    this.savedAtMs = nowMs;
    if (store) this.keptAtMs = nowMs;
    this.asked = { checkpointId, untilMs: nowMs + limits.savingMs };
    const save = new SaveSandbox({ organizationId, sandboxId, checkpointId, reason: 'during_turn', store });
    await attempt.send(`save ${String(attempt.fence)}.${String(this.count)}`, save);
  }

  private get keepAtMs(): number {
    return this.keptAtMs + this.parts.limits.keepEveryMs;
  }
}
