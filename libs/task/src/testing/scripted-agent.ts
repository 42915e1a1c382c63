import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { EffectFailed } from '@foundry/messaging';
import {
  type AgentAnswer,
  type AgentConnection,
  type AgentNews,
  type AgentStart,
  type ExecResult,
  type MachineId,
  SandboxAccess,
  type TerminalConnection,
} from '@foundry/sandbox/contracts';
import { z } from 'zod';

const Prompt = z.object({
  sessionId: z.string(),
  prompt: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
});
const Choice = z.looseObject({ sessionId: z.string(), configId: z.string(), value: z.string() });
const Loaded = z.looseObject({ sessionId: z.string() });
const Outcome = z.looseObject({ result: z.looseObject({ outcome: z.looseObject({ outcome: z.string() }) }) });

/** A prompt as the agent got it. */
export interface GotPrompt {
  id: string;
  conversation: string;
  text: string;
  blocks: readonly { type: string; text?: string | undefined }[];
}

/** One agent process. It goes on when nobody listens, as a real one does. */
export class ScriptedAgent {
  readonly events: { id: number; message: unknown }[] = [];
  readonly prompts: GotPrompt[] = [];
  readonly answers = new Map<string, AgentAnswer>();
  readonly asked: string[] = [];
  cancels = 0;
  exit: { code: number | null } | null = null;
  private failure: Error | null = null;
  private present: GotPrompt | null = null;
  private readonly news = new EventTarget();
  private count = 0;

  constructor(
    readonly serverId: string,
    readonly kind: string,
    readonly house: ScriptedAgents,
  ) {}

  say(text: string): void {
    this.update({ sessionUpdate: 'agent_message_chunk', content: { type: 'text', text } });
  }

  update(update: object): void {
    this.emit({ method: 'session/update', params: { sessionId: this.present?.conversation ?? 'none', update } });
  }

  /** Asks for leave and resolves with the option that was chosen; null: with none. */
  async ask(id: string | number, toolCall: object): Promise<unknown> {
    const options = [
      { kind: 'allow_once', optionId: 'go', name: 'Allow' },
      { kind: 'reject_once', optionId: 'no', name: 'Reject' },
    ];
    this.emit({ id, method: 'session/request_permission', params: { sessionId: 's', toolCall, options } });
    return this.answered(id);
  }

  async answered(id: string | number): Promise<unknown> {
    while (!this.answers.has(String(id))) await once(this.news, 'answer');
    const answer = Outcome.safeParse(this.answers.get(String(id))).data;
    return answer?.result.outcome['optionId'] ?? answer?.result.outcome.outcome ?? null;
  }

  /** Ends the prompt that is being answered. */
  finish(stopReason = 'end_turn', usage: object | null = null): void {
    const { present } = this;
    if (!present) return;
    this.present = null;
    this.emit({ id: present.id, result: { stopReason, usage } });
  }

  refuse(code: number, message: string): void {
    this.emit({ id: this.present?.id, error: { code, message } });
    this.present = null;
  }

  emit(message: object): void {
    this.count += 1;
    this.events.push({ id: this.count, message: { jsonrpc: '2.0', ...message } });
    this.news.dispatchEvent(new Event('news'));
  }

  /** The oldest events, which nobody can read any more. */
  forget(count: number): void {
    this.events.splice(0, count);
  }

  /** Whoever listens is told that the machine is lost. */
  fail(error: Error): void {
    this.failure = error;
    this.news.dispatchEvent(new Event('news'));
  }

  end(code: number | null): void {
    this.exit ??= { code };
    this.news.dispatchEvent(new Event('news'));
  }

  async *read(lastEventId: number | null, abort: AbortSignal): AsyncGenerator<AgentNews> {
    for (let last = lastEventId ?? 0; !abort.aborted;) {
      const next = this.events.find(({ id }) => id > last);
      if (next) {
        if (next.id > last + 1) yield { kind: 'gap', gap: { from: last + 1, to: next.id - 1 } };
        last = next.id;
        yield { kind: 'event', event: next };
      } else if (this.failure) {
        throw this.failure;
      } else if (this.exit) {
        yield { kind: 'exited', code: this.exit.code, success: this.exit.code === 0 };
        return;
      } else {
        await Promise.race([once(this.news, 'news'), once(abort, 'abort')]);
      }
    }
  }

  take(id: string, method: string, params: unknown): void {
    this.asked.push(method);
    const reply = (result: object) => {
      this.emit({ id, result });
    };
    if (method === 'initialize') reply({ protocolVersion: 1, agentCapabilities: this.house.capabilities });
    else if (method === 'session/new') {
      const sessionId = `conversation-${String(this.house.conversations.size + 1)}`;
      this.house.conversations.add(sessionId);
      reply({ sessionId, configOptions: this.house.options() });
    } else if (method === 'session/load') {
      const { sessionId } = Loaded.parse(params);
      if (!this.house.conversations.has(sessionId)) this.emit({ id, error: { code: -32_602, message: 'Not known.' } });
      else {
        this.update({ sessionUpdate: 'agent_message_chunk', content: { type: 'text', text: 'replayed' } });
        reply({ configOptions: this.house.options() });
      }
    } else if (method === 'session/set_config_option') {
      const { configId, value } = Choice.parse(params);
      if (this.house.refuses === value) this.emit({ id, error: { code: -32_000, message: `No ${value} today.` } });
      else {
        this.house.chosen.set(configId, value);
        reply({ configOptions: this.house.options() });
      }
    } else if (method === 'session/prompt') {
      const { sessionId, prompt } = Prompt.parse(params);
      const text = prompt.map((block) => block.text ?? '').join('\n');
      this.present = { id, conversation: sessionId, text, blocks: prompt };
      this.prompts.push(this.present);
      this.house.onPrompt(this, this.present);
    } else this.emit({ id, error: { code: -32_601, message: 'Method not found' } });
  }

  cancel(): void {
    this.cancels += 1;
    if (!this.house.isDeaf) this.finish('cancelled');
  }

  answer(id: string | number, answer: AgentAnswer): void {
    this.answers.set(String(id), answer);
    this.news.dispatchEvent(new Event('answer'));
  }
}

/** Agents that do what a test says, in place of machines. They outlive the effects that speak with them. */
export class ScriptedAgents extends SandboxAccess {
  readonly servers = new Map<string, ScriptedAgent>();
  readonly conversations = new Set<string>();
  readonly chosen = new Map<string, string>();
  capabilities: object = { loadSession: true, promptCapabilities: { image: true } };
  isDeaf = false;
  refuses: string | null = null;
  /** What a request throws instead of being taken, once. */
  fault: { method: string; error: Error; isTaken: boolean } | null = null;
  onPrompt: (agent: ScriptedAgent, prompt: GotPrompt) => void = (agent) => {
    agent.say('Done.');
    agent.finish();
  };

  /** The agent that was started last in a session. */
  of(sessionId: string): ScriptedAgent {
    const found = [...this.servers.values()].filter(({ serverId }) => serverId.startsWith(sessionId)).at(-1);
    if (!found) throw new Error(`No agent was started in session ${sessionId}.`);
    return found;
  }

  options(): object[] {
    const option = (id: string, category: string, values: string[]) => ({
      ...{ id, category, name: id, type: 'select', currentValue: this.chosen.get(id) ?? values[0] },
      options: values.map((value) => ({ value, name: value })),
    });
    return [option('model', 'model', ['small', 'large']), option('mode', 'mode', ['default', 'plan'])];
  }

  override agent(_machine: MachineId, serverId: string, start?: AgentStart): Promise<AgentConnection> {
    const server = () => {
      const running = this.servers.get(serverId);
      if (running && !(running.exit && start)) return running;
      if (!start) return null;
      const started = new ScriptedAgent(serverId, start.agent, this);
      this.servers.set(serverId, started);
      return started;
    };
    const known = () => {
      const agent = server();
      if (!agent || agent.exit) throw new EffectFailed('agent.gone', 'The agent does not take this.');
      return agent;
    };
    const read = async function* (lastEventId: number | null, abort: AbortSignal): AsyncGenerator<AgentNews> {
      const agent = server();
      if (agent) yield* agent.read(lastEventId, abort);
      else yield { kind: 'exited', code: null, success: false };
    };
    const connection: AgentConnection = {
      serverId,
      news: read,
      request: async (id, method, params) => {
        const { fault } = this;
        if (fault?.method === method) this.fault = null;
        if (fault?.method === method && !fault.isTaken) throw fault.error;
        known().take(id, method, params);
        if (fault?.method === method) throw fault.error;
        await wait(1);
      },
      notify: (method) => {
        if (method === 'session/cancel') known().cancel();
        return Promise.resolve();
      },
      answer: (id, answer) => {
        known().answer(id, answer);
        return Promise.resolve();
      },
      close: () => {
        this.servers.get(serverId)?.end(null);
        return Promise.resolve();
      },
    };
    return Promise.resolve(connection);
  }

  override places(): Promise<{ home: string; repository: string }> {
    return Promise.resolve({ home: '/home/agent', repository: '/home/agent/repository' });
  }

  override exec(): Promise<ExecResult> {
    return nothing();
  }

  override git(): Promise<ExecResult> {
    return nothing();
  }

  override readFile(): Promise<Uint8Array | null> {
    return nothing();
  }

  override writeFile(): Promise<void> {
    return nothing();
  }

  override terminal(): Promise<TerminalConnection> {
    return nothing();
  }
}

const nothing = (): Promise<never> => Promise.reject(new Error('These machines have agents and nothing else.'));
