import { Rejection } from '@foundry/messaging';
import { isAgentGone, isMachineLost } from './agent-failures.js';
import { answered, endedBy, type Ending, exited, interrupted, refused, type TurnEnd } from './turn-end.js';
import type { TurnParts } from './turn-parts.js';
import type { TurnRequests } from './turn-requests.js';
import type { TurnSending } from './turn-sending.js';

/** Last lines of an agent that are told when it ends. */
const MAX_LINES = 5;

/**
 * How a turn comes to its end: by its agent's answer, by the loss of the agent or its machine, or because it was told to
 * end, and ended when it does not.
 */
export class TurnEnding {
  private over: TurnEnd | null = null;
  private told: { why: Ending; untilMs: number } | null = null;
  private readonly lastLines: string[] = [];

  constructor(
    private readonly parts: Pick<TurnParts, 'row' | 'limits' | 'line'>,
    private readonly requests: TurnRequests,
    private readonly sending: Pick<TurnSending, 'delivery'>,
  ) {}

  /** How it ended; null: it goes on. */
  get end(): TurnEnd | null {
    return this.over;
  }

  /** Why it is being ended; null: it may go on. */
  get why(): Ending | null {
    return this.told?.why ?? null;
  }

  /** When its time is over, or that of an agent that was asked to end. */
  get dueMs(): number {
    return this.told?.untilMs ?? this.parts.row.deadlineAt.getTime();
  }

  async timeIsOver(): Promise<void> {
    if (!this.told) {
      await this.ask('limit');
      return;
    }
    await this.parts.line.connection.close();
    this.over = endedBy(this.told.why, { exited: true });
  }

  /** Asks the agent to end. One that was told nothing yet need not be asked. */
  async ask(why: Ending): Promise<void> {
    if (this.told) return;
    const { line, row, limits } = this.parts;
    this.told = { why, untilMs: Date.now() + limits.stopMs };
    if (this.sending.delivery === 'none') {
      this.over = endedBy(why);
      return;
    }
    const { agentSessionId: sessionId } = row;
    await line.tell(() => line.connection.notify('session/cancel', { sessionId }));
    await this.requests.cancel();
  }

  /** The agent wrote something that is no message. */
  wrote(line: string): void {
    this.lastLines.push(line);
    if (this.lastLines.length > MAX_LINES) this.lastLines.shift();
  }

  /** The agent answered the prompt. */
  answered(result: unknown): void {
    this.over = answered(result, this.why);
  }

  /** The agent answered the prompt with an error. */
  refused(error: { code: number; message: string; data?: unknown }): void {
    this.over = refused(error, this.why);
  }

  /** The agent's process ended. */
  exited(code: number | null): void {
    this.over = exited(code, this.lastLines, this.why);
  }

  /** The agent or its machine cannot be reached any more. Throws an error that says neither. */
  lost(error: unknown): void {
    if (isAgentGone(error)) this.exited(null);
    else if (isMachineLost(error) && error instanceof Error) {
      const code = 'code' in error && typeof error.code === 'string' ? error.code : 'machine.gone';
      this.over = interrupted(code, error.message, this.why);
    } else if (error instanceof Rejection) this.over = interrupted(error.code, error.message, this.why);
    else throw error;
  }
}
