import { request as http, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as https } from 'node:https';
import { EffectFailed, type Secret } from '@foundry/messaging';
import { z } from 'zod';
import type { Endpoint } from '../providers/provider.js';
import { chunksOf } from './chunks.js';

/** The agent server said no. `detail` is its own words. */
export class AgentServerRefused extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {
    super(`The agent server answered ${String(status)}: ${detail}`);
    this.name = 'AgentServerRefused';
  }
}

const Problem = z.object({ detail: z.string() });
const RunResult = z.object({
  exitCode: z.int().nullable(),
  timedOut: z.boolean(),
  stdout: z.string(),
  stderr: z.string(),
  stdoutTruncated: z.boolean(),
  stderrTruncated: z.boolean(),
  durationMs: z.number(),
});
export type RunResult = z.infer<typeof RunResult>;

const RemoteProcess = z.object({
  id: z.string(),
  status: z.string(),
  pid: z.int().nullish(),
  exitCode: z.int().nullish(),
  command: z.string(),
  args: z.array(z.string()),
});
export type RemoteProcess = z.infer<typeof RemoteProcess>;
const ProcessList = z.object({ processes: z.array(RemoteProcess) });

const LogEntry = z.object({ sequence: z.int(), stream: z.string(), timestampMs: z.number(), data: z.string() });
const Logs = z.object({ entries: z.array(LogEntry) });
export type RemoteLogEntry = z.infer<typeof LogEntry>;

const Option = z.looseObject({
  id: z.string().optional(),
  category: z.string().nullish(),
  options: z.array(z.looseObject({ value: z.string(), name: z.string().nullish() })).optional(),
});
const RemoteAgent = z.object({
  id: z.string(),
  installed: z.boolean(),
  credentialsAvailable: z.boolean(),
  version: z.string().nullish(),
  capabilities: z.record(z.string(), z.boolean()),
  configOptions: z.array(Option).nullish(),
});
export type RemoteAgent = z.infer<typeof RemoteAgent>;

const JSON_TYPE = { 'Content-Type': 'application/json' };
const USUAL_MS = 10_000;
/** Room for a run's answer beyond the run itself. */
const GRACE_MS = 5_000;
/** The server gets this many processes at once; the limit that people see is ours. */
const PROCESSES = 128;
const MAX_OUTPUT = 16 * 1024 * 1024;

interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | number>;
  json?: unknown;
  raw?: Uint8Array;
  timeoutMs?: number;
  abort?: AbortSignal | undefined;
  /** Of the answer. */
  maxBytes?: number;
}

/**
 * The HTTP interface of the agent server (integrations, section 1), version 0.4.2. Plain requests without a limit on
 * waiting for headers, because a run answers when it ends. What does not answer is `EffectFailed` `machine.unreachable`.
 */
export class AgentServer {
  constructor(
    private readonly endpoint: Endpoint,
    private readonly token: Secret,
  ) {}

  /** Whether it answers, and knows the token. */
  async health(timeoutMs = 3_000, abort?: AbortSignal): Promise<void> {
    await this.call({ method: 'GET', path: '/v1/health', timeoutMs, abort });
  }

  /** Limits of runs and processes; kept by the server until it ends. */
  async configure(abort?: AbortSignal): Promise<void> {
    const json = {
      maxConcurrentProcesses: PROCESSES,
      defaultRunTimeoutMs: 30_000,
      maxRunTimeoutMs: 30 * 60_000,
      maxOutputBytes: MAX_OUTPUT,
      maxLogBytesPerProcess: 10 * 1024 * 1024,
      maxInputBytesPerRequest: 128 * 1024,
    };
    await this.call({ method: 'POST', path: '/v1/processes/config', json, abort });
  }

  async run(
    run: {
      argv: readonly string[];
      cwd: string;
      env: Readonly<Record<string, string>>;
      timeoutMs: number;
      maxBytes: number;
    },
    abort?: AbortSignal,
  ): Promise<RunResult> {
    const [command, ...args] = run.argv;
    const { cwd, env, timeoutMs, maxBytes: maxOutputBytes } = run;
    const answer = await this.call({
      method: 'POST',
      path: '/v1/processes/run',
      json: { command, args, cwd, env, timeoutMs, maxOutputBytes },
      timeoutMs: timeoutMs + GRACE_MS,
      // Output that is no text grows when it is written as JSON.
      maxBytes: maxOutputBytes * 14 + 65_536,
      abort,
    });
    return RunResult.parse(parsed(answer));
  }

  async start(
    start: { argv: readonly string[]; cwd: string; env: Readonly<Record<string, string>>; tty: boolean },
    abort?: AbortSignal,
  ): Promise<RemoteProcess> {
    const [command, ...args] = start.argv;
    const { cwd, env, tty } = start;
    const json = { command, args, cwd, env, tty, interactive: true };
    return RemoteProcess.parse(parsed(await this.call({ method: 'POST', path: '/v1/processes', json, abort })));
  }

  async processes(abort?: AbortSignal): Promise<RemoteProcess[]> {
    return ProcessList.parse(parsed(await this.call({ method: 'GET', path: '/v1/processes', abort }))).processes;
  }

  /** False: it is unknown there. */
  async signal(remoteId: string, signal: 'term' | 'kill', waitMs: number, abort?: AbortSignal): Promise<boolean> {
    const path = `/v1/processes/${encodeURIComponent(remoteId)}/${signal === 'kill' ? 'kill' : 'stop'}`;
    try {
      await this.call({ method: 'POST', path, query: { waitMs }, timeoutMs: waitMs + GRACE_MS, abort });
      return true;
    } catch (error) {
      if (error instanceof AgentServerRefused && error.status === 404) return false;
      throw error;
    }
  }

  async logs(
    remoteId: string,
    stream: 'stdout' | 'stderr' | 'combined' | 'pty',
    tail: number,
    abort?: AbortSignal,
  ): Promise<RemoteLogEntry[]> {
    const path = `/v1/processes/${encodeURIComponent(remoteId)}/logs`;
    const maxBytes = 32 * 1024 * 1024;
    const answer = await this.call({ method: 'GET', path, query: { stream, tail }, maxBytes, abort });
    return Logs.parse(parsed(answer)).entries;
  }

  /** What people type. Bytes in order are the caller's business. */
  async input(remoteId: string, bytes: Uint8Array): Promise<void> {
    const path = `/v1/processes/${encodeURIComponent(remoteId)}/input`;
    const json = { data: Buffer.from(bytes).toString('base64'), encoding: 'base64' };
    await this.call({ method: 'POST', path, json });
  }

  async resize(remoteId: string, cols: number, rows: number): Promise<void> {
    const path = `/v1/processes/${encodeURIComponent(remoteId)}/terminal/resize`;
    await this.call({ method: 'POST', path, json: { cols, rows } });
  }

  /** The logs of a process as they grow, from the oldest that is kept: the raw stream of events. */
  async follow(remoteId: string, stream: 'pty' | 'combined', abort: AbortSignal): Promise<IncomingMessage> {
    const path = `/v1/processes/${encodeURIComponent(remoteId)}/logs`;
    const query = { stream, follow: 'true' };
    const response = await this.send({ method: 'GET', path, query, abort }, { Accept: 'text/event-stream' }, null);
    if (response.statusCode === 200) return response;
    const { statusCode = 0 } = response;
    response.destroy();
    throw new AgentServerRefused(statusCode, 'its logs cannot be followed');
  }

  /** Null: not there. The server answers 400 for that. */
  async readFile(path: string, maxBytes: number, abort?: AbortSignal): Promise<Buffer | null> {
    try {
      return await this.call({
        method: 'GET',
        path: '/v1/fs/file',
        query: { path },
        timeoutMs: 60_000,
        maxBytes,
        abort,
      });
    } catch (error) {
      if (error instanceof AgentServerRefused && /not found|no such file/i.test(error.detail)) return null;
      throw error;
    }
  }

  async writeFile(path: string, content: Uint8Array, abort?: AbortSignal): Promise<void> {
    await this.call({ method: 'PUT', path: '/v1/fs/file', query: { path }, raw: content, timeoutMs: 60_000, abort });
  }

  async move(from: string, to: string, abort?: AbortSignal): Promise<void> {
    await this.call({ method: 'POST', path: '/v1/fs/move', json: { from, to, overwrite: true }, abort });
  }

  async agents(abort?: AbortSignal): Promise<RemoteAgent[]> {
    const list = parsed(await this.call({ method: 'GET', path: '/v1/agents', abort }));
    return z.object({ agents: z.array(RemoteAgent) }).parse(list).agents;
  }

  /** One agent with its models and modes. It starts the agent for a moment, so it may take seconds. */
  async agent(id: string, abort?: AbortSignal): Promise<RemoteAgent> {
    const path = `/v1/agents/${encodeURIComponent(id)}`;
    const call = { method: 'GET' as const, path, query: { config: 'true' }, timeoutMs: 30_000, abort };
    return RemoteAgent.parse(parsed(await this.call(call)));
  }

  private async call(call: Call): Promise<Buffer> {
    const { timeoutMs = USUAL_MS, maxBytes = 1024 * 1024 } = call;
    const limit = AbortSignal.timeout(timeoutMs);
    const abort = call.abort ? AbortSignal.any([call.abort, limit]) : limit;
    const response = await this.send({ ...call, abort }, call.json === undefined ? {} : JSON_TYPE, bodyOf(call));
    const body = await read(response, maxBytes);
    const { statusCode = 0 } = response;
    if (statusCode < 400) return body;
    const problem = Problem.safeParse(jsonOrNull(body));
    throw new AgentServerRefused(statusCode, problem.data?.detail ?? body.toString('utf8', 0, 200));
  }

  private send(
    { method, path, query = {}, abort }: Call,
    headers: Record<string, string>,
    body: Uint8Array | null,
  ): Promise<IncomingMessage> {
    const url = new URL(`${this.endpoint.url}${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const options: RequestOptions = {
      method,
      // A connection of its own: one that is kept may be half-open after the machine slept.
      agent: false,
      ...(abort ? { signal: abort } : {}),
      headers: {
        ...this.endpoint.headers,
        ...headers,
        Authorization: `Bearer ${this.token.reveal()}`,
        ...(body === null ? {} : { 'Content-Length': String(body.length) }),
      },
    };
    return new Promise((resolve, reject) => {
      const sent = (url.protocol === 'https:' ? https : http)(url, options, resolve);
      sent.on('error', (error) => {
        reject(unreachable(error));
      });
      sent.end(body ?? undefined);
    });
  }
}

function bodyOf({ json, raw }: Call): Uint8Array | null {
  if (raw !== undefined) return raw;
  return json === undefined ? null : Buffer.from(JSON.stringify(json));
}

function jsonOrNull(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function parsed(body: Buffer): unknown {
  const value = jsonOrNull(body);
  if (value === null) throw new EffectFailed('machine.unreachable', 'The agent server answered with something else.');
  return value;
}

const unreachable = (cause: Error): EffectFailed =>
  new EffectFailed('machine.unreachable', `The machine does not answer: ${cause.message}`, null, { cause });

/** The file or answer is larger than was asked for. */
export class AnswerTooLarge extends Error {
  constructor() {
    super('The answer is larger than was asked for.');
    this.name = 'AnswerTooLarge';
  }
}

async function read(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of chunksOf(response)) {
      size += part.length;
      if (size > maxBytes) throw new AnswerTooLarge();
      parts.push(part);
    }
  } catch (error) {
    response.destroy();
    if (error instanceof AnswerTooLarge) throw error;
    throw unreachable(error instanceof Error ? error : new Error(String(error)));
  }
  return Buffer.concat(parts);
}
