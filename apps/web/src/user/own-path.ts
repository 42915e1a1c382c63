/** A path of this origin, or the start page for everything else: nobody is sent elsewhere by a link to us. */
export function ownPath(next: string | undefined): string {
  if (next === undefined || !URL.canParse(next, location.origin)) return '/';
  const url = new URL(next, location.origin);
  return url.origin === location.origin && next.startsWith('/') ? `${url.pathname}${url.search}${url.hash}` : '/';
}
