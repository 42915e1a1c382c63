import type { IncomingMessage } from 'node:http';
import type { Secret } from '@foundry/messaging';
import { z } from 'zod';
import type { Endpoint } from '../providers/provider.js';
import {
  Logs,
  parsed,
  ProcessList,
  RemoteAgent,
  type RemoteLogEntry,
  RemoteProcess,
  RunResult,
} from './server-answers.js';
import { AgentServerRefused, ServerDoor } from './server-door.js';

/** Room for a run's answer beyond the run itself. */
const GRACE_MS = 5_000;
/** The server gets this many processes at once; the limit that people see is ours. */
const PROCESSES = 128;
const MAX_OUTPUT = 16 * 1024 * 1024;
const processPath = (remoteId: string, rest: string): string => `/v1/processes/${encodeURIComponent(remoteId)}/${rest}`;
const agentPath = (serverId: string): string => `/v1/acp/${encodeURIComponent(serverId)}`;

/**
 * The HTTP interface of the agent server (integrations, section 1), version 0.4.2. Plain requests without a limit on
 * waiting for headers, because a run answers when it ends. What does not answer is `EffectFailed` `machine.unreachable`.
 */
export class AgentServer {
  private readonly door: ServerDoor;

  constructor(endpoint: Endpoint, token: Secret) {
    this.door = new ServerDoor(endpoint, token);
  }

  /** Whether it answers, and knows the token. */
  async health(timeoutMs = 3_000, abort?: AbortSignal): Promise<void> {
    await this.door.call({ method: 'GET', path: '/v1/health', timeoutMs, abort });
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
    await this.door.call({ method: 'POST', path: '/v1/processes/config', json, abort });
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
    const answer = await this.door.call({
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
    return RemoteProcess.parse(parsed(await this.door.call({ method: 'POST', path: '/v1/processes', json, abort })));
  }

  async processes(abort?: AbortSignal): Promise<RemoteProcess[]> {
    return ProcessList.parse(parsed(await this.door.call({ method: 'GET', path: '/v1/processes', abort }))).processes;
  }

  /** False: it is unknown there. */
  async signal(remoteId: string, signal: 'term' | 'kill', waitMs: number, abort?: AbortSignal): Promise<boolean> {
    const path = processPath(remoteId, signal === 'kill' ? 'kill' : 'stop');
    try {
      await this.door.call({ method: 'POST', path, query: { waitMs }, timeoutMs: waitMs + GRACE_MS, abort });
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
    const path = processPath(remoteId, 'logs');
    const maxBytes = 32 * 1024 * 1024;
    const answer = await this.door.call({ method: 'GET', path, query: { stream, tail }, maxBytes, abort });
    return Logs.parse(parsed(answer)).entries;
  }

  /** What people type. Bytes in order are the caller's business. */
  async input(remoteId: string, bytes: Uint8Array): Promise<void> {
    const path = processPath(remoteId, 'input');
    const json = { data: Buffer.from(bytes).toString('base64'), encoding: 'base64' };
    await this.door.call({ method: 'POST', path, json });
  }

  async resize(remoteId: string, cols: number, rows: number): Promise<void> {
    const path = processPath(remoteId, 'terminal/resize');
    await this.door.call({ method: 'POST', path, json: { cols, rows } });
  }

  /** The logs of a process as they grow, from the oldest that is kept: the raw stream of events. */
  async follow(remoteId: string, stream: 'pty' | 'combined', abort: AbortSignal): Promise<IncomingMessage> {
    const path = processPath(remoteId, 'logs');
    return this.door.stream({ path, query: { stream, follow: 'true' }, abort });
  }

  /** Null: not there. The server answers 400 for that. */
  async readFile(path: string, maxBytes: number, abort?: AbortSignal): Promise<Buffer | null> {
    try {
      return await this.door.call({
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
    await this.door.call({
      method: 'PUT',
      path: '/v1/fs/file',
      query: { path },
      raw: content,
      timeoutMs: 60_000,
      abort,
    });
  }

  async move(from: string, to: string, abort?: AbortSignal): Promise<void> {
    await this.door.call({ method: 'POST', path: '/v1/fs/move', json: { from, to, overwrite: true }, abort });
  }

  async agents(abort?: AbortSignal): Promise<RemoteAgent[]> {
    const list = parsed(await this.door.call({ method: 'GET', path: '/v1/agents', abort }));
    return z.object({ agents: z.array(RemoteAgent) }).parse(list).agents;
  }

  /** One agent with its models and modes. It starts the agent for a moment, so it may take seconds. */
  async agent(id: string, abort?: AbortSignal): Promise<RemoteAgent> {
    const path = `/v1/agents/${encodeURIComponent(id)}`;
    const call = { method: 'GET' as const, path, query: { config: 'true' }, timeoutMs: 30_000, abort };
    return RemoteAgent.parse(parsed(await this.door.call(call)));
  }

  /**
   * One message of JSON-RPC to an agent; `agent` starts it when nobody uses the id. Resolves with the server's answer, which
   * for a request may take hours and carries nothing that the stream of events does not. Throws `AgentServerRefused`.
   */
  async tellAgent(
    serverId: string,
    message: object,
    {
      agent = null,
      onSent = () => undefined,
      abort,
    }: { agent?: string | null; onSent?: () => void; abort?: AbortSignal },
  ): Promise<void> {
    const query: Record<string, string> = agent === null ? {} : { agent };
    await this.door.post({ path: agentPath(serverId), query, json: message, abort }, onSent);
  }

  /** What an agent says, from the event after `after` on, as far as the server keeps it. */
  async agentEvents(serverId: string, after: number, quietMs: number, abort: AbortSignal): Promise<IncomingMessage> {
    const headers = { 'Last-Event-ID': String(after) };
    return this.door.stream({ path: agentPath(serverId), headers, abort }, quietMs);
  }

  /** Ends an agent. The server does not answer while the agent lives, but begins to end it when nobody waits any more. */
  async endAgent(serverId: string, timeoutMs: number): Promise<void> {
    await this.door.call({ method: 'DELETE', path: agentPath(serverId), timeoutMs });
  }
}
