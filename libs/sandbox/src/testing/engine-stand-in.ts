import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { wholeOf } from '../machine/chunks.js';
import { AgentProcess } from './agent-process.js';

const Labels = z.record(z.string(), z.string());

/** What Docker takes for a container; another field is a mistake of the caller. */
const Create = z.strictObject({
  Image: z.string(),
  Entrypoint: z.array(z.string()),
  Cmd: z.array(z.string()),
  User: z.string(),
  WorkingDir: z.string(),
  Hostname: z.string(),
  Labels,
  Env: z.array(z.string().regex(/^[A-Z_]+=/)),
  ExposedPorts: z.record(z.string().regex(/^\d+\/tcp$/), z.strictObject({})),
  HostConfig: z.strictObject({
    Init: z.boolean(),
    Privileged: z.boolean(),
    CapDrop: z.array(z.string()),
    SecurityOpt: z.array(z.string()),
    NanoCpus: z.int(),
    Memory: z.int(),
    MemorySwap: z.int(),
    PidsLimit: z.int(),
    RestartPolicy: z.strictObject({ Name: z.enum(['no', 'always', 'on-failure', 'unless-stopped']) }),
    AutoRemove: z.boolean(),
    NetworkMode: z.string().min(1).optional(),
    Mounts: z.array(
      z.strictObject({
        Type: z.literal('volume'),
        Source: z.string(),
        Target: z.string().startsWith('/'),
        VolumeOptions: z.strictObject({ Labels }),
      }),
    ),
    PortBindings: z.record(z.string(), z.array(z.strictObject({ HostIp: z.string(), HostPort: z.string() }))),
  }),
});
const Exec = z.strictObject({
  Cmd: z.array(z.string()).min(1),
  Env: z.array(z.string()),
  User: z.string(),
  WorkingDir: z.string(),
  AttachStdout: z.boolean(),
  AttachStderr: z.boolean(),
});
const ExecStart = z.strictObject({ Detach: z.literal(true), Tty: z.boolean() });
const Filters = z.strictObject({ label: z.array(z.string()) });

interface Container {
  id: string;
  name: string;
  asked: z.infer<typeof Create>;
  state: 'created' | 'running' | 'paused' | 'exited';
  agent: AgentProcess;
  ran: z.infer<typeof Exec>[];
}

class Fault extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Docker's engine as its API describes it: checks each request, keeps containers, and runs the real agent server. */
export class EngineStandIn {
  readonly volumes = new Set<string>();
  readonly images: Set<string>;
  /** The oldest and newest 1.x of its API. */
  versions: readonly [number, number] = [44, 52];
  /** Every request fails with this status. */
  failWith: number | null = null;
  private readonly containers = new Map<string, Container>();
  private readonly execs = new Map<string, { container: Container; exec: z.infer<typeof Exec> }>();

  private constructor(
    private readonly server: Server,
    readonly host: string,
    images: readonly string[],
  ) {
    this.images = new Set(images);
  }

  static async start({ images }: { images: readonly string[] }): Promise<EngineStandIn> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The engine has no port.');
    const engine = new EngineStandIn(server, `tcp://127.0.0.1:${String(address.port)}`, images);
    server.on('request', (request, response) => {
      void engine.answer(request, response);
    });
    return engine;
  }

  container(ref: string): Container {
    const found = [...this.containers.values()].find(({ id, name }) => id === ref || name === ref);
    if (!found) throw new Fault(404, `No such container: ${ref}`);
    return found;
  }

  async stop(): Promise<void> {
    for (const { agent } of this.containers.values()) await agent.remove();
    this.containers.clear();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const say = (status: number, body: unknown): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(body === null ? undefined : JSON.stringify(body));
    };
    try {
      if (this.failWith !== null) throw new Fault(this.failWith, 'something failed');
      const url = new URL(request.url ?? '/', 'http://docker');
      if (url.pathname === '/version') {
        const [oldest, newest] = this.versions;
        say(200, { ApiVersion: `1.${String(newest)}`, MinAPIVersion: `1.${String(oldest)}` });
        return;
      }
      this.mustSpeak(url.pathname);
      const text = (await wholeOf(request)).toString();
      const [status, body] = await this.route(request.method ?? '', url, text === '' ? null : JSON.parse(text));
      say(status, body);
    } catch (error) {
      if (error instanceof Fault) say(error.status, { message: error.message });
      else if (error instanceof z.ZodError) say(400, { message: z.prettifyError(error) });
      else say(500, { message: String(error) });
    }
  }

  private mustSpeak(path: string): void {
    const version = Number(/^\/v1\.(\d+)\//.exec(path)?.[1] ?? 0);
    const [oldest, newest] = this.versions;
    if (version < oldest) {
      const least = `Minimum supported API version is 1.${String(oldest)}`;
      throw new Fault(400, `client version 1.${String(version)} is too old. ${least}, please upgrade your client`);
    }
    if (version > newest) throw new Fault(400, `client version 1.${String(version)} is too new.`);
  }

  private async route(method: string, url: URL, body: unknown): Promise<[number, unknown]> {
    const [, , kind = '', first = '', second = ''] = url.pathname.split('/');
    const act = `${method} ${kind}${second === '' ? '' : ` ${second}`}`;
    if (act === 'POST containers' && first === 'create') return this.create(url.searchParams.get('name') ?? '', body);
    if (act === 'GET containers' && first === 'json') return [200, this.list(url)];
    if (act === 'GET containers json') return [200, shown(this.container(first))];
    if (act === 'POST containers start') return [this.start(this.container(first)), null];
    if (act === 'POST containers pause') return this.turn(this.container(first), 'running', 'paused');
    if (act === 'POST containers unpause') return this.turn(this.container(first), 'paused', 'running');
    if (act === 'DELETE containers')
      return this.remove(this.container(first), url.searchParams.get('force') === 'true');
    if (act === 'POST containers exec') return this.makeExec(this.container(first), Exec.parse(body));
    if (act === 'POST exec start') return this.startExec(first, ExecStart.parse(body));
    if (act === 'DELETE volumes')
      return this.volumes.delete(first) ? [204, null] : [404, { message: 'no such volume' }];
    throw new Fault(404, `page not found: ${act}`);
  }

  private async create(name: string, body: unknown): Promise<[number, unknown]> {
    const asked = Create.parse(body);
    if (!this.images.has(asked.Image)) throw new Fault(404, `No such image: ${asked.Image}`);
    if ([...this.containers.values()].some((container) => container.name === name)) {
      throw new Fault(409, `Conflict. The container name "/${name}" is already in use`);
    }
    for (const { Source } of asked.HostConfig.Mounts) this.volumes.add(Source);
    const id = randomBytes(32).toString('hex');
    this.containers.set(id, {
      id,
      name,
      asked,
      state: 'created',
      agent: await agentOf(asked),
      ran: [],
    });
    return [201, { Id: id, Warnings: [] }];
  }

  private list(url: URL): unknown {
    const { label } = Filters.parse(JSON.parse(url.searchParams.get('filters') ?? '{}'));
    const fits = ({ asked }: Container) =>
      label.every((pair) => {
        const [name = '', value] = pair.split('=');
        return asked.Labels[name] === value;
      });
    const all = url.searchParams.get('all') === 'true';
    return [...this.containers.values()]
      .filter((container) => fits(container) && (all || container.state === 'running'))
      .map(({ id, asked }) => ({ Id: id, Labels: asked.Labels }));
  }

  private start(container: Container): number {
    if (container.state === 'paused') throw new Fault(409, 'cannot start a paused container, try unpause instead');
    if (container.state === 'running') return 304;
    container.state = 'running';
    return 204;
  }

  private turn(container: Container, from: Container['state'], to: Container['state']): [number, unknown] {
    if (container.state !== from) throw new Fault(409, `Container ${container.id} is ${container.state}`);
    container.state = to;
    return [204, null];
  }

  private async remove(container: Container, force: boolean): Promise<[number, unknown]> {
    if (container.state !== 'exited' && !force) throw new Fault(409, 'You cannot remove a running container');
    await container.agent.remove();
    this.containers.delete(container.id);
    return [204, null];
  }

  private makeExec(container: Container, exec: z.infer<typeof Exec>): [number, unknown] {
    if (container.state !== 'running') throw new Fault(409, `Container ${container.id} is not running`);
    const id = randomBytes(32).toString('hex');
    this.execs.set(id, { container, exec });
    return [201, { Id: id }];
  }

  private async startExec(id: string, _start: z.infer<typeof ExecStart>): Promise<[number, unknown]> {
    const found = this.execs.get(id);
    if (!found) throw new Fault(404, `No such exec instance: ${id}`);
    const { container, exec } = found;
    container.ran.push(exec);
    const [program, ...args] = exec.Cmd;
    // The one program that is started here ends the server that runs, and becomes the next.
    if (program !== '/bin/sh' || !(args[1] ?? '').includes('exec sandbox-agent'))
      throw new Fault(400, 'no such program');
    const { AGENT_TOKEN: token = '', ...environment } = Object.fromEntries(exec.Env.map(pair));
    container.agent.end();
    await container.agent.serve(token, environment);
    return [200, null];
  }
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

/** On a network a container has an address of its own, where its ports are as they are inside. */
function agentOf({ HostConfig, ExposedPorts, WorkingDir }: z.infer<typeof Create>): Promise<AgentProcess> {
  if (HostConfig.NetworkMode === undefined) return AgentProcess.make(WorkingDir);
  const port = Number.parseInt(Object.keys(ExposedPorts)[0] ?? '', 10);
  // on Linux all of 127.0.0.0/8 is loopback
  const host = [127, ...randomBytes(2), randomInt(2, 255)].join('.');
  return AgentProcess.make(WorkingDir, { host, port });
}

const shown = ({ id, name, state, agent, asked }: Container) => ({
  Id: id,
  Name: `/${name}`,
  State: { Running: state === 'running' || state === 'paused', Paused: state === 'paused' },
  NetworkSettings: {
    Ports: Object.fromEntries(
      Object.keys(asked.ExposedPorts).map((port) => [
        port,
        port in asked.HostConfig.PortBindings ? [{ HostIp: agent.host, HostPort: String(agent.port) }] : null,
      ]),
    ),
    Networks: { [asked.HostConfig.NetworkMode ?? 'bridge']: { IPAddress: agent.host } },
  },
});
