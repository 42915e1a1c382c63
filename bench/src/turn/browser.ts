import { setTimeout as wait } from 'node:timers/promises';
import { REALTIME_PROTOCOL, ServerFrame } from '@foundry/messaging/contracts';
import { WebSocket } from 'ws';
import { z } from 'zod';

const App = z.object({ csrfToken: z.string(), organizations: z.array(z.object({ id: z.string() })) });

/** An answer, when it was asked for (ms since 1970), and how long it took. */
export interface Answered {
  body: unknown;
  at: number;
  ms: number;
}

/** A person at the product with the cookies of a browser. Whoever is told to wait waits, and that time is not counted. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private csrfToken = '';

  constructor(private readonly product: string) {}

  /** Signs somebody of the demonstration in and answers their organization, once it is known. */
  async signIn(login: string): Promise<string> {
    const to = new URL(await this.follow('/v1/auth/github'));
    const fields = new URLSearchParams({ ...Object.fromEntries(to.searchParams), login });
    const back = await fetch(to.origin + to.pathname, { method: 'POST', redirect: 'manual', body: fields });
    await this.follow(back.headers.get('location') ?? '');
    for (;;) {
      const { organizations, csrfToken } = App.parse((await this.read('/v1/app')).body);
      this.csrfToken = csrfToken;
      const [organization] = organizations;
      if (organization) return organization.id;
      await wait(100);
    }
  }

  read(path: string): Promise<Answered> {
    return this.ask(path, { headers: this.headers() });
  }

  send(path: string, body: object, method = 'POST'): Promise<Answered> {
    const headers = {
      ...this.headers(),
      'content-type': 'application/json',
      origin: this.product,
      'x-csrf-token': this.csrfToken,
    };
    return this.ask(path, { method, headers, body: JSON.stringify(body) });
  }

  /** Reads a path until its answer fits. */
  async until<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    for (;;) {
      const { success, data } = schema.safeParse((await this.read(path)).body);
      if (success) return data;
      await wait(100);
    }
  }

  /** Follows a topic; every frame that comes is told with the time that it came at. */
  async watch(topic: string, hear: (frame: ServerFrame, at: number) => void): Promise<() => void> {
    const url = `${this.product.replace('http', 'ws')}/v1/realtime`;
    const socket = new WebSocket(url, [REALTIME_PROTOCOL], { headers: { ...this.headers(), origin: this.product } });
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.on('message', (bytes: Buffer) => {
        const at = Date.now();
        const frame = ServerFrame.parse(JSON.parse(bytes.toString('utf8')));
        if (frame.op === 'hello') socket.send(JSON.stringify({ op: 'subscribe', id: 1, topic }));
        else if (frame.op === 'refused') reject(new Error(`${topic} is refused: ${frame.code}`));
        else {
          hear(frame, at);
          resolve();
        }
      });
    });
    return () => {
      socket.close();
    };
  }

  private async ask(path: string, init: RequestInit): Promise<Answered> {
    for (;;) {
      const [at, started] = [Date.now(), performance.now()];
      const response = await fetch(this.product + path, init);
      const text = await response.text();
      const ms = performance.now() - started;
      if (response.status !== 429) {
        if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${text.slice(0, 1_000)}`);
        return { body: JSON.parse(text), at, ms };
      }
      await wait(Number(response.headers.get('retry-after') ?? 1) * 1_000);
    }
  }

  private async follow(address: string): Promise<string> {
    const response = await fetch(new URL(address, this.product), { redirect: 'manual', headers: this.headers() });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
      this.cookies.set(name, value);
    }
    return response.headers.get('location') ?? '';
  }

  private headers(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
}
