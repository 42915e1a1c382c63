/** api.md, section 5. Bytes and milliseconds. */
export const MAX_ADDRESS = 8 * 1024;
export const MAX_HEADERS = 16 * 1024;
export const REQUEST_LIMIT_MS = 15_000;
/** How often stuck connections are looked for, so how late the limit may strike. */
export const SWEEP_MS = 1000;

/**
 * How long a connection may rest between two requests. Longer than the 60 s of the usual balancers: whoever rests shorter
 * than its client closes connections under requests that are already on their way. Milliseconds.
 */
export const KEEP_ALIVE_MS = 65_000;
