import { z } from 'zod';

const Start = z.object({ csrfToken: z.string() });

interface Sent {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Where a person says who they are: returns the address that the browser is sent back to. */
interface SignInPage {
  authorize(address: string): URL | Promise<URL>;
}

/** A browser as far as a server notices: a jar of cookies, an origin, and nothing followed by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken = '';

  constructor(
    private readonly base: string,
    private readonly origin: string,
    private readonly github: SignInPage,
  ) {}

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(path: string, { method = 'GET', body, headers = {} }: Sent = {}): Promise<Response> {
    const response = await fetch(this.base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  /** A change, as a page of ours sends it. */
  change(path: string, method = 'POST', body?: unknown): Promise<Response> {
    const headers = { origin: this.origin, 'x-csrf-token': this.csrfToken };
    return this.send(path, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  /** The address on our side that GitHub sends the browser back to. */
  async toGithubAndBack(next?: string): Promise<string> {
    const query = next === undefined ? '' : `?next=${encodeURIComponent(next)}`;
    const begun = await this.send(`/v1/auth/github${query}`);
    const { pathname, search } = await this.github.authorize(begun.headers.get('location') ?? '');
    return pathname + search;
  }

  /** Signs in and reads what the first screen needs. Returns where the browser was sent. */
  async signIn(next?: string): Promise<string> {
    const back = await this.send(await this.toGithubAndBack(next));
    const app = await this.send('/v1/app');
    if (app.status === 200) this.csrfToken = Start.parse(await app.json()).csrfToken;
    return back.headers.get('location') ?? '';
  }

  private keep(cookie: string): void {
    const [name = '', value = ''] = cookie.split(';', 1)[0]?.split('=') ?? [];
    if (/; Max-Age=0/.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
