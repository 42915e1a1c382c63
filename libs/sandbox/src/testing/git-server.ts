import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const IDENTITY = {
  ...process.env,
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.test',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.test',
};

/** What somebody did at the remote, and as whom. */
export interface Visit {
  token: string | null;
  path: string;
  allowed: boolean;
}

/** Real git over HTTP: bare repositories behind `git http-backend`. With tokens, only those may come in. */
export class GitServer {
  readonly visits: Visit[] = [];
  /** Null: everybody may. */
  tokens: Set<string> | null = null;
  private silent: ServerResponse[] | null = null;

  private constructor(
    private readonly server: Server,
    readonly root: string,
    readonly url: string,
  ) {}

  static async start(): Promise<GitServer> {
    const root = await mkdtemp(join(tmpdir(), 'foundry-git-'));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The git server has no port.');
    const git = new GitServer(server, root, `http://127.0.0.1:${String(address.port)}`);
    server.on('request', (request, response) => {
      git.answer(request, response);
    });
    return git;
  }

  /** A repository `acme/<name>` with one commit on `main`. Returns its address. */
  async repository(name: string, files: Record<string, string> = { 'README.md': 'Hello\n' }): Promise<string> {
    const bare = join(this.root, 'acme', `${name}.git`);
    const work = join(this.root, 'work', name);
    await mkdir(work, { recursive: true });
    await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
    await run('git', ['-C', bare, 'config', 'http.receivepack', 'true']);
    await run('git', ['init', '--quiet', '--initial-branch=main', work]);
    for (const [path, content] of Object.entries(files)) {
      await mkdir(join(work, path, '..'), { recursive: true });
      await writeFile(join(work, path), content, { mode: path.endsWith('setup') ? 0o755 : 0o644 });
    }
    await run('git', ['-C', work, 'add', '--all']);
    await run('git', ['-C', work, 'commit', '--quiet', '-m', 'Begin'], { env: IDENTITY });
    await run('git', ['-C', work, 'push', '--quiet', bare, 'main']);
    return `${this.url}/acme/${name}.git`;
  }

  /** Git in the bare repository. */
  async git(name: string, ...args: string[]): Promise<string> {
    const { stdout } = await run('git', ['-C', join(this.root, 'acme', `${name}.git`), ...args], { env: IDENTITY });
    return stdout.trim();
  }

  /** Nobody is answered any more. */
  hold(): void {
    this.silent = [];
  }

  /** Who comes now is answered; who waited waits until the returned function cuts them off. */
  letOthersIn(): () => void {
    const waiting = this.silent ?? [];
    this.silent = null;
    return () => {
      for (const response of waiting) response.destroy();
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.root, { recursive: true, force: true });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, search } = new URL(request.url ?? '/', this.url);
    const token = tokenOf(request.headers.authorization);
    const allowed = this.tokens === null || (token !== null && this.tokens.has(token));
    this.visits.push({ token, path: pathname, allowed });
    if (this.silent !== null) {
      this.silent.push(response);
      return;
    }
    if (!allowed) {
      const status = token === null ? 401 : 404;
      response.writeHead(status, token === null ? { 'WWW-Authenticate': 'Basic realm="git"' } : {}).end();
      return;
    }
    const { 'content-type': type, 'content-length': length, 'content-encoding': encoding } = request.headers;
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env['PATH'],
        GIT_PROJECT_ROOT: this.root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        REMOTE_USER: token ?? 'nobody',
        ...(type ? { CONTENT_TYPE: type } : {}),
        ...(length ? { CONTENT_LENGTH: length } : {}),
        ...(encoding ? { HTTP_CONTENT_ENCODING: encoding } : {}),
        ...(request.headers['git-protocol'] ? { GIT_PROTOCOL: String(request.headers['git-protocol']) } : {}),
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    request.pipe(child.stdin);
    child.stdin.on('error', () => undefined);
    relay(child.stdout, response);
  }
}

function tokenOf(header: string | undefined): string | null {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  return Buffer.from(encoded, 'base64').toString().split(':').slice(1).join(':');
}

/** A CGI program's answer: headers, an empty line, and the body. */
function relay(output: NodeJS.ReadableStream, response: ServerResponse): void {
  let head: Buffer | null = Buffer.alloc(0);
  output.on('data', (part: Buffer) => {
    if (head === null) {
      response.write(part);
      return;
    }
    head = Buffer.concat([head, part]);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1) return;
    const fields = head
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line) => line.split(': '));
    const status = fields.find(([name]) => name === 'Status')?.[1];
    for (const [name = '', value = ''] of fields) if (name !== 'Status') response.setHeader(name, value);
    response.statusCode = status === undefined ? 200 : Number.parseInt(status, 10);
    response.write(head.subarray(end + 4));
    head = null;
  });
  output.on('end', () => response.end());
}
