interface Versioned {
  readonly version: number;
}

/** Takes rows in; none is replaced by an older one. */
export function withRows<T extends Versioned>(
  rows: ReadonlyMap<string, T>,
  changed: readonly T[],
  keyOf: (row: T) => string,
): ReadonlyMap<string, T> {
  const next = new Map(rows);
  for (const row of changed) {
    const known = next.get(keyOf(row));
    if (!known || known.version <= row.version) next.set(keyOf(row), row);
  }
  return next;
}

export const newer = <T extends Versioned>(held: T | null, next: T): T =>
  held && held.version > next.version ? held : next;
