import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the fact is there; fails with the last complaint after ten seconds. */
export async function eventually<T>(fact: () => T | Promise<T>, patience = 10_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await fact();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(20);
    }
  }
}
