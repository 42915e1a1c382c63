const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const renamed = (row: unknown, name: (key: string) => string): Record<string, unknown> =>
  isRecord(row) ? Object.fromEntries(Object.entries(row).map(([key, value]) => [name(key), value])) : {};

/** `head_key` as `headKey`: a row as it came from Postgres, to be parsed. */
export const fromColumns = (row: unknown): Record<string, unknown> =>
  renamed(row, (key) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));

/** Rows as one JSON array with the names of columns, for `jsonb_populate_recordset`. */
export const toColumns = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => renamed(row, (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))),
  );
