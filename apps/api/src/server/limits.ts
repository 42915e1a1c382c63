/** api.md, section 5. Bytes and milliseconds. */
export const MAX_ADDRESS = 8 * 1024;
export const MAX_HEADERS = 16 * 1024;
export const REQUEST_LIMIT_MS = 15_000;
/** How often stuck connections are looked for, so how late the limit may strike. */
export const SWEEP_MS = 1000;
