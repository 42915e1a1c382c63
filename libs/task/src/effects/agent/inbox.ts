/** What comes from several sides, for one reader. */
export class Inbox<T> {
  private waiting: T[] = [];
  private wake: (() => void) | null = null;

  put(thing: T): void {
    this.waiting.push(thing);
    this.wake?.();
  }

  /** Everything that came, as soon as there is something; nothing when `ms` have passed. */
  async next(ms: number): Promise<T[]> {
    if (this.waiting.length === 0 && ms > 0) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
      this.wake = null;
    }
    const all = this.waiting;
    this.waiting = [];
    return all;
  }
}
