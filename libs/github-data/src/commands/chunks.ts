/** Rows that one event may carry. */
export const ROWS_PER_EVENT = 100;

/** The same items in lists of at most `size`. */
export function chunks<T>(items: readonly T[], size: number = ROWS_PER_EVENT): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
  return parts;
}
