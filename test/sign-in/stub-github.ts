import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface StubPerson {
  id: number;
  login: string;
  name: string | null;
  avatar_url: string;
  type: 'User' | 'Bot';
}

export const ADA: StubPerson = { id: 42, login: 'ada', name: 'Ada', avatar_url: 'https://x.example/42', type: 'User' };

interface Code {
  challenge: string;
  redirectUri: string;
  person: StubPerson;
}

/** Just as much of GitHub as a sign-in needs; it verifies the client, the code, its one use and the PKCE verifier. */
export class StubGithub {
  readonly clientId = 'Iv1.stub';
  readonly clientSecret = 'stub-secret-planted';
  /** `POST /login/oauth/access_token` and so on, in the order of arrival. */
  readonly calls: string[] = [];
  /** Every token, code and verifier that it gave or got. */
  readonly secrets: string[] = [];
  person: StubPerson = ADA;
  denies = false;
  /** Path that is never answered. */
  hangs: string | null = null;
  /** Path that answers this status. */
  fails: { path: string; status: number } | null = null;
  private readonly codes = new Map<string, Code>();
  private readonly tokens = new Map<string, StubPerson>();

  private constructor(private readonly server: Server) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.serve(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    });
  }

  static async start(): Promise<StubGithub> {
    const server = createServer();
    const github = new StubGithub(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return github;
  }

  get url(): string {
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The stub does not listen.');
    return `http://127.0.0.1:${String(address.port)}`;
  }

  get apiUrl(): string {
    return `${this.url}/api/v3`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What the person does at GitHub: returns where the browser is sent back to. */
  authorize(address: string): URL {
    const asked = new URL(address);
    const of = (name: string) => asked.searchParams.get(name) ?? '';
    if (asked.origin !== this.url || of('client_id') !== this.clientId)
      throw new Error(`Not an App of ours: ${address}`);
    if (of('code_challenge_method') !== 'S256' || asked.searchParams.has('scope')) throw new Error(`Odd: ${address}`);
    const back = new URL(of('redirect_uri'));
    back.searchParams.set('state', of('state'));
    if (this.denies) {
      back.searchParams.set('error', 'access_denied');
      return back;
    }
    const code = this.draw('');
    this.codes.set(code, { challenge: of('code_challenge'), redirectUri: of('redirect_uri'), person: this.person });
    back.searchParams.set('code', code);
    return back;
  }

  private draw(prefix: string): string {
    const secret = `${prefix}${randomBytes(20).toString('hex')}`;
    this.secrets.push(secret);
    return secret;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.url);
    this.calls.push(`${request.method ?? ''} ${pathname}`);
    const body = await text(request);
    if (this.hangs === pathname) return;
    if (this.fails?.path === pathname) {
      answer(response, this.fails.status, { message: 'planted failure' });
      return;
    }
    if (pathname === '/login/oauth/access_token') answer(response, 200, this.exchange(new URLSearchParams(body)));
    else if (pathname === '/api/v3/user') this.show(request, response);
    else answer(response, 403, { message: 'Resource not accessible by integration' });
  }

  private exchange(given: URLSearchParams): Record<string, unknown> {
    const code = given.get('code') ?? '';
    const verifier = given.get('code_verifier') ?? '';
    const known = this.codes.get(code);
    this.codes.delete(code);
    this.secrets.push(verifier);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isOurs = given.get('client_id') === this.clientId && given.get('client_secret') === this.clientSecret;
    if (!known || !isOurs || known.challenge !== challenge || given.get('redirect_uri') !== known.redirectUri) {
      return { error: 'bad_verification_code', error_description: 'The code passed is incorrect or expired.' };
    }
    const access = this.draw('ghu_');
    this.tokens.set(access, known.person);
    const refresh = this.draw('ghr_');
    return { access_token: access, expires_in: 28_800, refresh_token: refresh, refresh_token_expires_in: 15_897_600 };
  }

  private show(request: IncomingMessage, response: ServerResponse): void {
    const token = /^(?:Bearer|token) (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const person = this.tokens.get(token ?? '');
    if (person) answer(response, 200, { ...person, email: null, plan: { name: 'pro' } });
    else answer(response, 401, { message: 'Bad credentials' });
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
