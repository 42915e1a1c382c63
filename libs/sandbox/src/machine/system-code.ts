/** The code of a failure of the operating system (`ENOENT`, `ESRCH` …) or of Node itself; null for any other error. */
export function systemCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
