import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const SECRET = /\b(?:gh[a-z]_|github_pat_)[A-Za-z0-9_]{20,}|\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g;
const VERIFIER = /code_verifier["=:]+([\w.~-]{43,128})/g;
const HOP_BY_HOP = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

/** Stands between the product and GitHub, passes everything on, and remembers each token, App JWT and PKCE verifier that went by. */
export class Overheard {
  readonly secrets = new Set<string>();

  private constructor(private readonly server: Server) {}

  static async before(githubUrl: string): Promise<Overheard> {
    const server = createServer();
    const proxy = new Overheard(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      proxy.pass(githubUrl, request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy does not listen.');
    return `http://127.0.0.1:${String(address.port)}`;
  }

  /** Those that begin so, such as `ghs_`. */
  beginningWith(prefix: string): string[] {
    return [...this.secrets].filter((secret) => secret.startsWith(prefix));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(githubUrl: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await buffer(request);
    const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && !HOP_BY_HOP.has(name) ? [[name, value]] : [],
    );
    this.listen(JSON.stringify(request.headers), request.url ?? '', sent.toString());
    const answer = await fetch(githubUrl + (request.url ?? ''), {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(sent.length > 0 ? { body: new Uint8Array(sent) } : {}),
    });
    const body = await answer.text();
    this.listen(JSON.stringify([...answer.headers]), body);
    const back = [...answer.headers].filter(([name]) => !HOP_BY_HOP.has(name) && name !== 'content-encoding');
    response.writeHead(answer.status, Object.fromEntries(back)).end(body);
  }

  private listen(...texts: string[]): void {
    for (const text of texts) {
      for (const [secret] of text.matchAll(SECRET)) this.secrets.add(secret);
      for (const [, verifier = ''] of text.matchAll(VERIFIER)) this.secrets.add(verifier);
    }
  }
}
