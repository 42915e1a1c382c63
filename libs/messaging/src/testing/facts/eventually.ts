import { setTimeout as wait } from 'node:timers/promises';

const LONGEST_MS = 30_000;
const PAUSE_MS = 25;

/**
 * Waits for a fact: runs `look` again and again until it does not throw, and returns what it returns.
 * After `withinMs` (30 s) the last failure is thrown.
 */
export async function eventually<T>(look: () => T | Promise<T>, withinMs = LONGEST_MS): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > end) throw error;
      await wait(PAUSE_MS);
    }
  }
}
