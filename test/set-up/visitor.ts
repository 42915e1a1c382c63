import { z } from 'zod';

/** What a browser got: where it is sent, or what it shows. */
export interface Shown {
  status: number;
  location: string;
  text: string;
  policy: string;
}

const App = z.object({
  csrfToken: z.string(),
  organizations: z.array(z.object({ id: z.string(), login: z.string() })),
});

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** A value as it stands in an attribute of a page of ours. */
export const attribute = (text: string, pattern: RegExp): string =>
  (pattern.exec(text)?.[1] ?? '').replaceAll(/&\w+;|&#39;/g, (entity) => ENTITIES[entity] ?? entity);

/** A browser without a screen: it keeps our cookies, and follows nothing by itself. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly product: string) {}

  async open(address: string): Promise<Shown> {
    return this.shown(await fetch(new URL(address, this.product), { redirect: 'manual', headers: this.headers() }));
  }

  /** Sends a form to GitHub. */
  async submit(address: string, fields: Record<string, string>): Promise<Shown> {
    return this.shown(await fetch(address, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) }));
  }

  async signIn(login: string): Promise<void> {
    const to = new URL((await this.open('/v1/auth/github')).location);
    const fields = { ...Object.fromEntries(to.searchParams), login };
    const back = await this.submit(to.origin + to.pathname, fields);
    await this.open(back.location);
  }

  async app(): Promise<z.infer<typeof App>> {
    const { status, text } = await this.open('/v1/app');
    if (status !== 200) throw new Error(`GET /v1/app: ${String(status)}`);
    return App.parse(JSON.parse(text));
  }

  /** Changes something, as a page of the product does. */
  async send(path: string, body: object, method = 'POST'): Promise<{ status: number; body: unknown }> {
    const { csrfToken } = await this.app();
    const response = await fetch(this.product + path, {
      method,
      headers: {
        ...this.headers(),
        'content-type': 'application/json',
        origin: this.product,
        'x-csrf-token': csrfToken,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  private headers(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private async shown(response: Response): Promise<Shown> {
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
      this.cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      text: await response.text(),
      policy: response.headers.get('content-security-policy') ?? '',
    };
  }
}
