/** Scheme, host and port as the URL rules see them; null for anything that is no web origin. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { origin, protocol, pathname, search, hash, username } = new URL(text);
  const isBare = pathname === '/' && search === '' && hash === '' && username === '' && !text.endsWith('/');
  return isBare && (protocol === 'https:' || protocol === 'http:') ? origin : null;
}

/** The origins that may open a socket, from addresses such as `PUBLIC_URL`. */
export const allowedOrigins = (addresses: readonly string[]): ReadonlySet<string> =>
  new Set(addresses.map((address) => new URL(address).origin));

/** Whether an `Origin` header names one of ours exactly: same scheme, host and port. `null` and absent do not. */
export function isAllowedOrigin(allowed: ReadonlySet<string>, header: string | undefined): boolean {
  const origin = header === undefined ? null : originOf(header);
  return origin !== null && allowed.has(origin);
}
