import type { RealtimeSettings } from '../limits.js';

interface Waiter {
  send: () => void;
  settle: (isOpen: boolean) => void;
}

/** How far a socket is behind its reader: healthy, slow since when, or beyond help. */
export class SocketBuffer {
  #slowSince: number | null = null;
  readonly #waiting: Waiter[] = [];
  #isClosed = false;

  constructor(
    private readonly unsentBytes: () => number,
    private readonly settings: RealtimeSettings,
  ) {}

  get isSlow(): boolean {
    return this.#slowSince !== null;
  }

  /** After something was handed to the socket. False when it holds more than it ever may. */
  grew(now: number): boolean {
    const bytes = this.unsentBytes();
    if (bytes > this.settings.slowBytes) this.#slowSince ??= now;
    return bytes <= this.settings.tooSlowBytes;
  }

  /** Looks again at `now`. */
  look(now: number): 'fine' | 'slow' | 'recovered' | 'too_slow' {
    if (this.#slowSince === null) return 'fine';
    if (this.unsentBytes() < this.settings.recoveredBytes) {
      this.#slowSince = null;
      this.#serve();
      return 'recovered';
    }
    return now - this.#slowSince > this.settings.tooSlowMs ? 'too_slow' : 'slow';
  }

  /** Runs `send` as soon as the socket is not slow; large answers go one after the other. */
  whenRoom(send: () => void): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false);
    return new Promise((settle) => {
      this.#waiting.push({ send, settle });
      this.#serve();
    });
  }

  close(): void {
    this.#isClosed = true;
    for (const { settle } of this.#waiting.splice(0)) settle(false);
  }

  #serve(): void {
    while (!this.isSlow) {
      const waiter = this.#waiting.shift();
      if (!waiter) return;
      waiter.send();
      waiter.settle(true);
    }
  }
}
