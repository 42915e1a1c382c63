/** Wakes one sleeper early. A ring while nobody sleeps is remembered. */
export class Doorbell {
  private pending = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.pending = true;
    this.wake?.();
  }

  /** Resolves at the next ring, after `ms` at most, or when `signal` fires. */
  async rung(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.pending && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        this.wake = done;
        signal.addEventListener('abort', done);
      });
      this.wake = null;
    }
    this.pending = false;
  }
}
