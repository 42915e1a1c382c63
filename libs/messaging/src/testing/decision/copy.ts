/**
 * A copy of a row with its class. A decision may not change what it was given, and what it changes without saving is lost,
 * as in the database. Not `structuredClone`: under Jest its dates and lists belong to another realm.
 */
export function copyOf<E extends object>(row: E): E {
  const copy = { ...row };
  Reflect.setPrototypeOf(copy, Reflect.getPrototypeOf(row));
  for (const [key, value] of Object.entries(row)) Reflect.set(copy, key, valueCopy(value));
  return copy;
}

function valueCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(valueCopy);
  if (value instanceof Date) return new Date(value);
  if (Buffer.isBuffer(value)) return Buffer.from(value);
  return typeof value === 'object' && value !== null ? copyOf(value) : value;
}
