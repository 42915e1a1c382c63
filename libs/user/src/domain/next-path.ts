const LONGEST = 2000;
/** More layers of encoding than any browser undoes. */
const LAYERS = 5;

/**
 * Where to go after signing in: a path of a page on our own origin, judged as it is and as it is after each layer of
 * decoding; `/` for everything else, also for routes of the API.
 */
export function nextPath(wanted: unknown, publicUrl: string): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST) return '/';
  const { origin } = new URL(publicUrl);
  const forms = decodings(wanted);
  if (!forms?.every((form) => isOwnPath(form, origin))) return '/';
  const { pathname, search, hash } = new URL(wanted, origin);
  const path = pathname + search + hash;
  return path.length > LONGEST ? '/' : path;
}

/** The text, and what its ASCII decodes to again and again; null when that never ends. */
function decodings(text: string): string[] | null {
  const forms = [text];
  for (let form = text; forms.length <= LAYERS; forms.push(form)) {
    const decoded = form.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    if (decoded === form) return forms;
    form = decoded;
  }
  return null;
}

function isOwnPath(form: string, origin: string): boolean {
  if (!/^\/(?![/\\])/.test(form) || /[\\\p{Cc}]/u.test(form) || !URL.canParse(form, origin)) return false;
  const { origin: reached, pathname } = new URL(form, origin);
  return reached === origin && !pathname.startsWith('//') && !/^\/v1(?:\/|$)/.test(pathname);
}
