import type { Attempt, Signal } from '@foundry/messaging';
import type { AgentConnection, AgentNews } from '@foundry/sandbox/contracts';
import { isAgentGone, isMachineAway } from './agent-failures.js';
import { Inbox } from './inbox.js';

/** What a turn hears. */
export type Heard =
  | { kind: 'news'; news: AgentNews }
  /** The stream ended although the agent did not, or broke. */
  | { kind: 'lost'; error: unknown }
  | { kind: 'signal'; signal: Signal }
  | { kind: 'aborted' };

/** Both ways between a turn and its agent, and what people tell the turn. */
export class TurnLine {
  private readonly inbox = new Inbox<Heard>();
  private readonly left = new AbortController();
  private untold: (() => Promise<void>)[] = [];
  private retryAt = 0;

  constructor(
    readonly connection: AgentConnection,
    private readonly attempt: Attempt,
    private readonly retryMs: number,
  ) {}

  /** Begins to listen after this event. */
  listen(lastEventId: number | null): void {
    const { abort } = this.attempt;
    const onAbort = () => {
      this.inbox.put({ kind: 'aborted' });
    };
    abort.addEventListener('abort', onAbort, { once: true });
    if (abort.aborted) onAbort();
    void this.hearNews(lastEventId, AbortSignal.any([abort, this.left.signal]));
    void this.hearSignals();
  }

  hear(ms: number): Promise<Heard[]> {
    return this.inbox.next(ms);
  }

  /** Tells the agent something; while its machine is away, again and again. An agent that is gone need not hear it. */
  async tell(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (isAgentGone(error)) return;
      if (!isMachineAway(error)) throw error;
      this.untold.push(act);
      this.retryAt = Date.now() + this.retryMs;
    }
  }

  /** When something is to be told again; null: all was told. */
  get dueMs(): number | null {
    return this.untold.length === 0 ? null : this.retryAt;
  }

  async tellAgain(): Promise<void> {
    const acts = this.untold;
    this.untold = [];
    for (const act of acts) await this.tell(act);
  }

  leave(): void {
    this.left.abort();
  }

  private async hearNews(lastEventId: number | null, stop: AbortSignal): Promise<void> {
    try {
      for await (const news of this.connection.news(lastEventId, stop)) this.inbox.put({ kind: 'news', news });
      if (!stop.aborted) this.inbox.put({ kind: 'news', news: { kind: 'exited', code: null, success: false } });
    } catch (error) {
      // Whoever runs the turn knows what it means.
      if (!stop.aborted) this.inbox.put({ kind: 'lost', error });
    }
  }

  private async hearSignals(): Promise<void> {
    for await (const signal of this.attempt.signals()) this.inbox.put({ kind: 'signal', signal });
  }
}
