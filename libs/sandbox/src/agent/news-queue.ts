import type { AgentNews } from '../contracts/index.js';

/** So much waits in memory for a listener who is slow; then reading waits as well. */
const MOST = 50_000;

/** What was read and not listened to yet. One writer, one listener. */
export class NewsQueue {
  private waiting: AgentNews[] = [];
  private ending: { error?: Error } | null = null;
  private wakeListener: (() => void) | null = null;
  private wakeWriter: (() => void) | null = null;

  /** Resolves when there is room for more. */
  async put(news: AgentNews): Promise<void> {
    this.waiting.push(news);
    this.wakeListener?.();
    while (this.waiting.length > MOST && this.ending === null) {
      await new Promise<void>((resolve) => (this.wakeWriter = resolve));
    }
  }

  end(): void {
    this.ending ??= {};
    this.wake();
  }

  fail(error: Error): void {
    this.ending ??= { error };
    this.wake();
  }

  /** Everything that was put, then the end. */
  async *all(): AsyncGenerator<AgentNews> {
    for (;;) {
      const batch = this.waiting;
      this.waiting = [];
      this.wakeWriter?.();
      yield* batch;
      if (this.waiting.length > 0) continue;
      if (this.ending) {
        if (this.ending.error) throw this.ending.error;
        return;
      }
      await new Promise<void>((resolve) => (this.wakeListener = resolve));
    }
  }

  private wake(): void {
    this.wakeListener?.();
    this.wakeWriter?.();
  }
}
