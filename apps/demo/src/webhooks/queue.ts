/** Runs tasks in order of arrival, at most `width` at a time. */
export class Queue {
  private readonly waiting: (() => Promise<void>)[] = [];
  private running = 0;
  private listeners: (() => void)[] = [];

  constructor(private readonly width: number) {}

  add(task: () => Promise<void>): void {
    this.waiting.push(task);
    this.next();
  }

  size(): number {
    return this.waiting.length + this.running;
  }

  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void> {
    if (this.size() === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.listeners.push(resolve);
    });
  }

  private next(): void {
    while (this.running < this.width) {
      const task = this.waiting.shift();
      if (!task) break;
      this.running += 1;
      void task().finally(() => {
        this.running -= 1;
        this.next();
      });
    }
    if (this.size() > 0) return;
    const listeners = this.listeners;
    this.listeners = [];
    for (const listener of listeners) listener();
  }
}
