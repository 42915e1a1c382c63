import type { Attempt } from '@foundry/messaging';
import type { Delivery } from '../../contracts/index.js';
import { isMachineAway } from './agent-failures.js';
import type { AgentLimits } from './turn-limits.js';
import type { TurnLine } from './turn-line.js';

/** What sending needs of the turn. */
export interface SendingParts {
  line: TurnLine;
  attempt: Attempt;
  limits: AgentLimits;
  agentSessionId: string;
  turnId: string;
  /** Makes it known that a prompt of this id is being sent, before it is. */
  announce: (requestId: string) => Promise<void>;
  prompt: () => Promise<readonly unknown[]>;
}

/**
 * The prompt on its way to the agent, so that at most one has an effect. A prompt of a former holder that may or may not
 * have arrived is cancelled, and its end is waited for, before another is sent.
 */
export class TurnSending {
  /** This holder sent the prompt itself. */
  sentAtMs: number | null = null;
  private isDoubtOver = false;
  private doubtUntilMs: number | null = null;
  private dueAtMs: number;
  private count = 0;

  constructor(
    private readonly parts: SendingParts,
    public delivery: Delivery,
    public requestId: string | null,
    nowMs: number,
  ) {
    this.dueAtMs = delivery === 'none' ? nowMs : nowMs + parts.limits.backlogMs;
  }

  get isUnderWay(): boolean {
    return this.delivery === 'sent' || this.sentAtMs !== null;
  }

  /** What the agent says now comes of the present prompt: it was sent, and it is not one that was just cancelled. */
  get isListening(): boolean {
    return this.sentAtMs !== null || (this.delivery === 'sending' && !this.isInDoubt);
  }

  /** A prompt that may have arrived was cancelled, and no other was sent since: what the agent says is of that one. */
  get isInDoubt(): boolean {
    return !this.isUnderWay && (this.doubtUntilMs !== null || this.isDoubtOver);
  }

  /** When there is something to do next; null: nothing. */
  get dueMs(): number | null {
    return this.isUnderWay ? null : (this.doubtUntilMs ?? this.dueAtMs);
  }

  /** The agent speaks of the prompt. */
  confirm(): void {
    this.delivery = 'sent';
  }

  /**
   * True: a prompt in doubt that was cancelled came to its end, so the turn goes on with another one. An agent may answer
   * a prompt that is cancelled with an error (`isRefused`): it had no effect either.
   */
  endedInDoubt(stopReason: unknown, isRefused: boolean): boolean {
    if (this.isUnderWay || this.doubtUntilMs === null) return false;
    this.doubtUntilMs = null;
    // It was done before it heard of the cancel: it had its effect, and is not sent again.
    if (stopReason !== 'cancelled' && !isRefused) return false;
    this.isDoubtOver = true;
    this.dueAtMs = 0;
    return true;
  }

  /** Does what is due. A machine that is away is tried again until somebody ends the turn. */
  async advance(nowMs: number): Promise<void> {
    if (this.isUnderWay || nowMs < (this.dueMs ?? 0)) return;
    const { line, limits, agentSessionId: sessionId } = this.parts;
    try {
      if (this.delivery === 'sending' && !this.isDoubtOver) {
        if (this.doubtUntilMs === null) {
          await line.connection.notify('session/cancel', { sessionId });
          this.doubtUntilMs = nowMs + limits.doubtMs;
          return;
        }
        this.isDoubtOver = true;
        this.doubtUntilMs = null;
      }
      await this.send();
    } catch (error) {
      if (!isMachineAway(error)) throw error;
      this.dueAtMs = nowMs + limits.retryMs;
      this.isDoubtOver = false;
    }
  }

  private async send(): Promise<void> {
    const { line, attempt, agentSessionId: sessionId, turnId, announce } = this.parts;
    const prompt = await this.parts.prompt();
    this.count += 1;
    this.requestId = `${turnId}:${String(attempt.fence)}:${String(this.count)}`;
    this.delivery = 'sending';
    await announce(this.requestId);
    await line.connection.request(this.requestId, 'session/prompt', { sessionId, prompt });
    this.sentAtMs = Date.now();
  }
}
