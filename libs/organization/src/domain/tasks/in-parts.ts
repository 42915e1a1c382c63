const MOST_ROWS = 100;
const MOST_BYTES = 200 * 1024;

/** Rows in parts that an event may carry: 100, and 200 KiB as JSON. A row alone may be larger than that. */
export function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row)) + 1;
    const last = parts.at(-1);
    if (last && last.length < MOST_ROWS && bytes + size <= MOST_BYTES) {
      last.push(row);
      bytes += size;
    } else {
      parts.push([row]);
      bytes = size;
    }
  }
  return parts;
}
