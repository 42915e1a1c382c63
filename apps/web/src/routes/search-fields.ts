type Search = Record<string, unknown>;

/** A text of the address, or undefined. The router reads what looks like a number or a truth as one. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

/**
 * Reads fields of an address as texts; others are left out. By hand, because the first page has no room for a library
 * that checks forms.
 */
export const texts =
  <const K extends string>(...names: readonly K[]) =>
  (search: Search): { [name in K]?: string | undefined } => {
    const read: { [name in K]?: string | undefined } = {};
    for (const name of names) {
      const text = textOf(search[name]);
      if (text !== undefined) read[name] = text;
    }
    return read;
  };

/** One of a few words of the address, or undefined. */
export const oneOf = <const K extends string>(value: unknown, words: readonly K[]): K | undefined =>
  words.find((word) => word === value);
