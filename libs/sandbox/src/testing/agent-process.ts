import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request as http, type Server, type ServerResponse } from 'node:http';
import { createServer as createProbe, type Server as NetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeOf } from '../machine/chunks.js';
import { agentBinary } from '../providers/local/agent-binary.js';

/**
 * Where a stand-in's machines run: the real agent server as a plain process. What the machine has at `inside` lies in a
 * folder of this host, so what is said to the server and what it answers is changed on the way.
 */
export class AgentProcess {
  private child: ChildProcess | null = null;
  private inner = 0;

  private constructor(
    private readonly door: Server,
    readonly host: string,
    readonly port: number,
    readonly inside: string,
    readonly home: string,
  ) {}

  /** It is reached at an address of loopback; without one at a free port. */
  static async make(inside: string, { host, port: wanted } = { host: '127.0.0.1', port: 0 }): Promise<AgentProcess> {
    const door = createServer();
    const port = await listening(door, host, wanted);
    const made = new AgentProcess(door, host, port, inside, await mkdtemp(join(tmpdir(), 'foundry-agent-')));
    door.on('request', (request, response) => void made.pass(request, response));
    return made;
  }

  /** Starts the server with the arguments of the machine's own, but on loopback and a port of its own. */
  async serve(token: string, environment: Record<string, string>): Promise<void> {
    const program = await agentBinary(null, join(tmpdir(), 'foundry-agent-binary'));
    this.inner = await freePort();
    const place = ['--host', '127.0.0.1', '--port', String(this.inner), '--no-telemetry'];
    this.child = spawn(program, ['--token', token, 'server', ...place], {
      cwd: this.home,
      env: { ...environment, HOME: this.home, PATH: process.env['PATH'] ?? '' },
      stdio: 'ignore',
    });
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  async remove(): Promise<void> {
    this.end();
    this.door.closeAllConnections();
    await new Promise((resolve) => this.door.close(resolve));
    await rm(this.home, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Without a server nobody listens. */
  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.child) {
      request.socket.destroy();
      return;
    }
    const body = replaced(await wholeOf(request), this.inside, this.home);
    const { method = 'GET', url = '/' } = request;
    const path = url.replaceAll(encodeURIComponent(this.inside), encodeURIComponent(this.home));
    const headers = { ...request.headers, 'content-length': String(body.length) };
    delete headers['transfer-encoding'];
    const sent = http({ host: '127.0.0.1', port: this.inner, path, method, headers }, (answer) => {
      void this.answer(answer, response);
    });
    sent.on('error', () => response.destroy());
    response.on('close', () => sent.destroy());
    sent.end(body);
  }

  /** Streams go as they come; nothing in them is a path that anybody uses. */
  private async answer(answer: IncomingMessage, response: ServerResponse): Promise<void> {
    const { statusCode = 502, headers } = answer;
    if (!String(headers['content-type']).includes('json')) {
      response.writeHead(statusCode, headers);
      answer.on('error', () => response.destroy()).pipe(response);
      return;
    }
    const body = replaced(await wholeOf(answer), this.home, this.inside);
    response.writeHead(statusCode, { 'content-type': headers['content-type'] }).end(body);
  }
}

const replaced = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

async function listening(server: NetServer, host = '127.0.0.1', port = 0): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

async function freePort(): Promise<number> {
  const probe = createProbe();
  const port = await listening(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
