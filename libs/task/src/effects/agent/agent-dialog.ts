import type { AgentConnection } from '@foundry/sandbox/contracts';
import { type RpcMessage, RpcMessage as Rpc } from '../../transcript/acp.js';
import { AgentEnded, AgentRefused } from './agent-failures.js';

/** By the rules of JSON-RPC: it offers no such method. */
export const METHOD_NOT_FOUND = { error: { code: -32_601, message: 'Method not found' } };

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** Questions to an agent, one after another; their answers are taken from its stream. */
export class AgentDialog {
  private readonly waiting = new Map<string, Waiting>();
  private readonly left = new AbortController();
  private readonly reading: Promise<void>;
  private failure: Error | null = null;
  private asked = 0;
  private newest: number | null = null;

  /** `key` makes its requests its own. `answers`: requests of the agent are refused, as nobody else listens. */
  constructor(
    private readonly connection: AgentConnection,
    private readonly key: string,
    private readonly options: { answers: boolean; abort: AbortSignal },
  ) {
    this.reading = this.read();
  }

  /** The last event that was read. */
  get lastEventId(): number | null {
    return this.newest;
  }

  /** The result. Throws `AgentRefused`, `AgentEnded`, and what the connection throws. */
  async ask(method: string, params: unknown): Promise<unknown> {
    if (this.failure) throw this.failure;
    this.asked += 1;
    const id = `${this.key}:${String(this.asked)}`;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
    });
    try {
      const [, result] = await Promise.all([this.connection.request(id, method, params), answer]);
      return result;
    } finally {
      this.waiting.delete(id);
    }
  }

  /** Stops listening; the agent goes on. */
  async leave(): Promise<void> {
    this.left.abort();
    await this.reading;
  }

  private async read(): Promise<void> {
    const stop = AbortSignal.any([this.left.signal, this.options.abort]);
    try {
      for await (const news of this.connection.news(null, stop)) {
        if (news.kind === 'exited') throw new AgentEnded(news.code);
        if (news.kind !== 'event') continue;
        this.newest = news.event.id;
        const message = Rpc.safeParse(news.event.message);
        if (message.success) await this.take(message.data);
      }
      throw new AgentEnded(null);
    } catch (error) {
      // Whoever asks gets it.
      this.failure = error instanceof Error ? error : new Error(String(error));
      for (const { reject } of this.waiting.values()) reject(this.failure);
    }
  }

  private async take({ id, method, result, error }: RpcMessage): Promise<void> {
    if (id === undefined || id === null) return;
    if (method !== undefined) {
      if (this.options.answers) await this.connection.answer(id, METHOD_NOT_FOUND);
      return;
    }
    const waiting = this.waiting.get(String(id));
    if (error) waiting?.reject(new AgentRefused(error.code, error.message, error.data));
    else waiting?.resolve(result);
  }
}
