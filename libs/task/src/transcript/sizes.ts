/** Sizes in bytes of UTF-8, and cuts that never divide a character. */
export const KIB = 1_024;

export const bytesOf = (text: string): number => Buffer.byteLength(text);
export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value ?? null));

/** The longest beginning of at most so many bytes. */
export function beginning(text: string, bytes: number): string {
  if (text.length * 3 <= bytes || bytesOf(text) <= bytes) return text;
  let low = 0;
  let high = Math.min(text.length, bytes);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (bytesOf(text.slice(0, middle)) <= bytes) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, whole(text, low));
}

/** The longest end of at most so many bytes. */
export function ending(text: string, bytes: number): string {
  if (text.length * 3 <= bytes || bytesOf(text) <= bytes) return text;
  let low = Math.max(0, text.length - bytes);
  let high = text.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (bytesOf(text.slice(middle)) <= bytes) high = middle;
    else low = middle + 1;
  }
  return text.slice(isInside(text, low) ? low + 1 : low);
}

const isInside = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));

/** The place itself, or the one before when it is within a character. */
const whole = (text: string, at: number): number => (isInside(text, at) ? at - 1 : at);

/** Text that Postgres can keep: without NUL and without halves of characters. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').replace(/\p{Cs}/gu, '\uFFFD');

/** The same for everything in a value of JSON. */
export function storableValue(value: unknown, change: (text: string) => string = storable): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one: unknown) => storableValue(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [change(key), storableValue(one, change)]));
}

/** A value as it came when it is small, else the beginning of it as text. */
export function smallValue(value: unknown, bytes: number): unknown {
  if (value === undefined || value === null) return null;
  if (jsonBytes(value) <= bytes) return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return beginning(text, Math.floor(bytes / 2));
}
