/** What a JSON value says, read field by field: this program brings no library along. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; of anything else none. */
export const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});

/** A text, or `otherwise`. */
export const textOf = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
