import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, request as http, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { wholeOf } from '../machine/chunks.js';
import { AgentProcess } from './agent-process.js';

/** What E2B takes for a sandbox; what is missing here is a mistake of the caller. */
const Create = z.looseObject({
  templateID: z.string(),
  metadata: z.record(z.string(), z.string()),
  timeout: z.int().min(1),
  autoPause: z.literal(true),
  autoResume: z.looseObject({ enabled: z.literal(false) }),
  network: z.looseObject({ allowPublicTraffic: z.literal(false) }),
});
const Timeout = z.object({ timeout: z.int().min(1) });
const Start = z.looseObject({
  process: z.looseObject({
    cmd: z.string(),
    args: z.array(z.string()),
    envs: z.record(z.string(), z.string()).default({}),
  }),
});

interface Machine {
  id: string;
  asked: z.infer<typeof Create>;
  state: 'running' | 'paused';
  startedAt: Date;
  endAt: Date;
  envdToken: string;
  trafficToken: string;
  agent: AgentProcess;
  starts: z.infer<typeof Start>[];
}

class Fault extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const PAGE = 2;

/** E2B's control plane and machines as the SDK uses them; the machine behind it runs the real agent server. */
export class E2bStandIn {
  readonly machines = new Map<string, Machine>();
  /** The next request of the control plane fails with this status. */
  failWith: number | null = null;
  /** No life beyond this is granted, in seconds. */
  longestLife = 24 * 60 * 60;
  /** How often a longer life was asked for and granted. */
  extensions = 0;
  /** Machines are not made before this. */
  private held: Promise<void> | null = null;

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly apiKey: string,
  ) {}

  static async start(apiKey: string): Promise<E2bStandIn> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
    const e2b = new E2bStandIn(server, `http://127.0.0.1:${String(address.port)}`, apiKey);
    server.on('request', (request, response) => {
      void e2b.answer(request, response);
    });
    return e2b;
  }

  machine(id: string): Machine {
    const found = this.machines.get(id);
    if (!found) throw new Fault(404, `sandbox "${id}" not found`);
    return found;
  }

  /** Whoever asks for a machine next waits until the returned function is called. The one after is served as usual. */
  holdOne(): () => void {
    let release: () => void = () => undefined;
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** A machine goes by another name from now on. */
  rename(id: string): string {
    const machine = this.machine(id);
    const next = `i${randomBytes(9).toString('hex')}`;
    this.machines.delete(id);
    this.machines.set(next, { ...machine, id: next });
    return next;
  }

  async stop(): Promise<void> {
    for (const { agent } of this.machines.values()) await agent.remove();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const say = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(body === null ? undefined : JSON.stringify(body));
    };
    try {
      const port = request.headers['e2b-sandbox-port'];
      const id = String(request.headers['e2b-sandbox-id'] ?? '');
      if (port !== undefined && port !== '49983') this.pass(this.machine(id), request, response);
      else if (port === '49983') await this.envd(this.machine(id), request, response);
      else await this.control(request, say);
    } catch (error) {
      const status = error instanceof Fault ? error.status : error instanceof z.ZodError ? 400 : 500;
      const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      say(status, { code: status, message });
    }
  }

  /** Traffic to a port of the machine. */
  private pass(machine: Machine, request: IncomingMessage, response: ServerResponse): void {
    if (machine.state !== 'running') throw new Fault(502, 'The sandbox is not running');
    if (request.headers['e2b-traffic-access-token'] !== machine.trafficToken) throw new Fault(403, 'no traffic token');
    const { method = 'GET', url = '/', headers } = request;
    const sent = http({ host: '127.0.0.1', port: machine.agent.port, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    sent.on('error', () => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
    request.pipe(sent);
  }

  /** What runs inside: health, and the start of a program, whose stream says that it began. */
  private async envd(machine: Machine, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (machine.state !== 'running') throw new Fault(502, 'The sandbox is not running');
    if (request.headers['x-access-token'] !== machine.envdToken) throw new Fault(401, 'no access token');
    if (request.url === '/health') {
      response.writeHead(204).end();
      return;
    }
    if (request.url !== '/process.Process/Start') throw new Fault(404, `envd has no ${request.url ?? ''}`);
    const body = await wholeOf(request);
    const start = Start.parse(JSON.parse(body.subarray(5).toString()));
    machine.starts.push(start);
    const { AGENT_TOKEN: token = '', ...environment } = start.process.envs;
    machine.agent.end();
    await machine.agent.serve(token, environment);
    response.writeHead(200, { 'Content-Type': 'application/connect+json' });
    response.write(envelope({ event: { start: { pid: 7 } } }));
  }

  private async control(
    request: IncomingMessage,
    say: (status: number, body: unknown, headers?: Record<string, string>) => void,
  ): Promise<void> {
    if (request.headers['x-api-key'] !== this.apiKey) throw new Fault(401, 'Invalid API key');
    if (this.failWith !== null) throw new Fault(this.failWith, 'something failed');
    const url = new URL(request.url ?? '/', this.url);
    const text = (await wholeOf(request)).toString();
    const body: unknown = text === '' ? null : JSON.parse(text);
    const [kind = '', id = '', act = ''] = url.pathname.replace(/^\/v2/, '').split('/').slice(1);
    const name = `${request.method ?? ''} ${kind}${id === '' ? '' : ' one'}${act === '' ? '' : ` ${act}`}`;
    switch (name) {
      case 'POST sandboxes': {
        const asked = Create.parse(body);
        const { held } = this;
        this.held = null;
        await held;
        say(201, described(await this.create(asked)));
        return;
      }
      case 'GET sandboxes': {
        const { page, next } = this.list(url);
        say(200, page, next === null ? {} : { 'x-next-token': next });
        return;
      }
      case 'GET sandboxes one':
        say(200, described(this.machine(id)));
        return;
      case 'DELETE sandboxes one':
        await this.machine(id).agent.remove();
        this.machines.delete(id);
        say(204, null);
        return;
      case 'POST sandboxes one timeout':
        this.setLife(this.machine(id), Timeout.parse(body).timeout);
        say(204, null);
        return;
      case 'POST sandboxes one pause': {
        const machine = this.machine(id);
        if (machine.state === 'paused') throw new Fault(409, 'is already paused');
        machine.state = 'paused';
        say(204, null);
        return;
      }
      case 'POST sandboxes one connect': {
        const machine = this.machine(id);
        const was = machine.state;
        machine.state = 'running';
        const wanted = new Date(Date.now() + Timeout.parse(body).timeout * 1_000);
        if (wanted > machine.endAt) machine.endAt = wanted;
        say(was === 'running' ? 200 : 201, described(machine));
        return;
      }
      default:
        throw new Fault(404, `no such route: ${name}`);
    }
  }

  private setLife(machine: Machine, seconds: number): void {
    if (seconds > this.longestLife) throw new Fault(400, 'Timeout cannot be greater than the limit');
    machine.endAt = new Date(Date.now() + seconds * 1_000);
    this.extensions += 1;
  }

  private async create(asked: z.infer<typeof Create>): Promise<Machine> {
    const id = `i${randomBytes(9).toString('hex')}`;
    const machine: Machine = {
      ...{ id, asked, state: 'running', starts: [] },
      startedAt: new Date(),
      endAt: new Date(Date.now() + asked.timeout * 1_000),
      envdToken: randomBytes(8).toString('hex'),
      trafficToken: randomBytes(8).toString('hex'),
      agent: await AgentProcess.make('/home/user'),
    };
    this.machines.set(id, machine);
    return machine;
  }

  /** Small pages, so that somebody who reads only the first is noticed. */
  private list(url: URL): { page: unknown[]; next: string | null } {
    const wanted = new URLSearchParams(url.searchParams.get('metadata') ?? '');
    const all = [...this.machines.values()].filter(({ asked }) =>
      [...wanted].every(([name, value]) => asked.metadata[name] === value),
    );
    const from = Number(url.searchParams.get('nextToken') ?? '0');
    const next = from + PAGE < all.length ? String(from + PAGE) : null;
    return { page: all.slice(from, from + PAGE).map(described), next };
  }
}

const described = ({ id, asked, state, startedAt, endAt, envdToken, trafficToken }: Machine) => ({
  sandboxID: id,
  templateID: asked.templateID,
  clientID: 'c1',
  envdVersion: '0.4.0',
  envdAccessToken: envdToken,
  trafficAccessToken: trafficToken,
  metadata: asked.metadata,
  state,
  startedAt: startedAt.toISOString(),
  endAt: endAt.toISOString(),
  cpuCount: 2,
  memoryMB: 512,
  diskSizeMB: 1024,
});

function envelope(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}
