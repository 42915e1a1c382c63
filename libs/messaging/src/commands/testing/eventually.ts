import { setTimeout as wait } from 'node:timers/promises';

const LONGEST_MS = 15_000;

/** Asks until `look` gives something other than null; throws what it last failed with, or says that nothing came. */
export async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  const over = Date.now() + LONGEST_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > over) throw new Error('It did not happen in time.');
    await wait(20);
  }
}
