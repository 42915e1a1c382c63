import { useSyncExternalStore } from 'react';

/** A clock that ticks while somebody reads it, and is one for all of the page. */
function clock(tickMs: number): () => number {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = (): void => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    if (listeners.size === 1) {
      now = Date.now();
      timer = setInterval(tick, tickMs);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) clearInterval(timer);
    };
  };
  return () => useSyncExternalStore(subscribe, () => now);
}

/** The time in milliseconds, for ages. */
export const useNow = clock(15_000);

/** The time in milliseconds each second, for what counts up or down. Only small components read it. */
export const useSecond = clock(1_000);
