import { EffectFailed } from '@foundry/messaging';
import type { AgentAnswer, AgentConnection, AgentNews, AgentStart } from '../contracts/index.js';
import { serverAgent } from '../domain/agent-names.js';
import type { AgentServer } from '../machine/agent-server.js';
import { AgentServerRefused } from '../machine/server-door.js';
import { AGENT_TIMINGS, type AgentTimings } from './agent-timings.js';
import { NewsReader } from './news-reader.js';

/**
 * The connection to an agent by the id of its server. With `start` its first request starts the agent, unless the id is in
 * use: then it is the connection to that one. Nothing is asked of the machine before the connection is used.
 */
export function openAgent(
  server: AgentServer,
  serverId: string,
  start?: AgentStart,
  timings: AgentTimings = AGENT_TIMINGS,
): AgentConnection {
  return new HttpAgentConnection(server, serverId, start ? serverAgent(start.agent) : null, timings);
}

class HttpAgentConnection implements AgentConnection {
  private readonly readers = new Set<NewsReader>();
  /** When the agent was asked for; null: it was not, by this connection. */
  private askedAt: number | null = null;
  private hasStarted = false;

  constructor(
    private readonly server: AgentServer,
    readonly serverId: string,
    /** As the agent server names it. */
    private readonly agent: string | null,
    private readonly timings: AgentTimings,
  ) {}

  async *news(lastEventId: number | null, abort: AbortSignal): AsyncGenerator<AgentNews> {
    const reader = new NewsReader(this.server, this.serverId, this.timings, () => this.mayStart(), lastEventId);
    this.readers.add(reader);
    try {
      yield* reader.news(abort);
    } finally {
      this.readers.delete(reader);
    }
  }

  /** Nobody waits for the long answer: what it says comes by the stream, and a failure of it that comes late says nothing. */
  request(id: string, method: string, params: unknown): Promise<void> {
    const agent = this.hasStarted ? null : this.agent;
    this.askedAt ??= Date.now();
    return new Promise((resolve, reject) => {
      let sentAt: number | null = null;
      const onSent = () => {
        sentAt = Date.now();
        setTimeout(resolve, this.timings.acceptedMs);
      };
      this.server.tellAgent(this.serverId, { jsonrpc: '2.0', id, method, params }, { agent, onSent }).then(
        () => {
          this.hasStarted = true;
          resolve();
        },
        (error: unknown) => {
          reject(this.explained(error));
          // A late one is told to whoever waits for the answer in the stream.
          const ms = Date.now() - (sentAt ?? Date.now());
          if (error instanceof AgentServerRefused && ms > this.timings.acceptedMs && ms < this.timings.refusedMs) {
            this.tellReaders(error);
          }
        },
      );
    });
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.tell({ jsonrpc: '2.0', method, params });
  }

  answer(id: string | number, answer: AgentAnswer): Promise<void> {
    return this.tell({ jsonrpc: '2.0', id, ...answer });
  }

  /** A machine that cannot be reached has no agent any more, or takes it along when it goes. */
  async close(): Promise<void> {
    try {
      await this.server.endAgent(this.serverId, this.timings.closeMs);
    } catch (error) {
      if (error instanceof EffectFailed) return;
      if (error instanceof AgentServerRefused && error.status === 404) return;
      throw this.explained(error);
    }
  }

  private async tell(message: object): Promise<void> {
    try {
      await this.server.tellAgent(this.serverId, message, { abort: AbortSignal.timeout(this.timings.tellMs) });
    } catch (error) {
      throw this.explained(error);
    }
  }

  private mayStart(): boolean {
    if (this.agent === null) return false;
    return this.askedAt === null || (!this.hasStarted && Date.now() - this.askedAt < this.timings.startMs);
  }

  private tellReaders(error: AgentServerRefused): void {
    for (const reader of this.readers) reader.fail(this.explained(error));
  }

  private explained(error: unknown): Error {
    if (!(error instanceof AgentServerRefused)) return error instanceof Error ? error : new Error(String(error));
    const wasStarting = !this.hasStarted && this.agent !== null;
    return wasStarting
      ? new EffectFailed('agent.unavailable', `The agent did not start: ${error.detail}`, null, { cause: error })
      : new EffectFailed('agent.gone', `The agent does not take this: ${error.detail}`, null, { cause: error });
  }
}
