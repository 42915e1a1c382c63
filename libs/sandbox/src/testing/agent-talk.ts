import { eventually } from '@foundry/messaging/testing';
import { z } from 'zod';
import type { AgentAnswer, AgentConnection, AgentNews } from '../contracts/index.js';

const Answer = z.object({ id: z.string(), result: z.unknown().optional(), error: z.unknown().optional() });
const Update = z.object({
  method: z.literal('session/update'),
  params: z.object({ update: z.looseObject({ sessionUpdate: z.string() }) }),
});
const Asked = z.object({
  method: z.literal('session/request_permission'),
  id: z.union([z.string(), z.number()]),
  params: z.object({
    toolCall: z.looseObject({ kind: z.string(), title: z.string() }),
    options: z.array(z.object({ optionId: z.string(), kind: z.string() })),
  }),
});
export type Asked = z.infer<typeof Asked>;
const Opened = z.object({ sessionId: z.string() });

/** A conversation with an agent, as a client of the protocol has it; everything that was heard is kept. */
export class AgentTalk {
  readonly heard: AgentNews[] = [];
  readonly asked: Asked[] = [];
  sessionId = '';
  /** Which kind of option answers a permission; null: nobody answers. */
  decide: (asked: Asked) => string | null = () => 'allow_once';
  private readonly stop = new AbortController();
  /** Rejects with what broke the stream, such as a machine that is lost. */
  readonly ended: Promise<void>;
  private failure: unknown = null;
  private requests = 0;

  constructor(
    readonly connection: AgentConnection,
    lastEventId: number | null = null,
  ) {
    this.ended = this.listen(lastEventId);
    this.ended.catch((error: unknown) => {
      // Told to whoever awaits the end, or an answer that cannot come any more; not every test does.
      this.failure = error;
    });
  }

  /** Initialized, with a new session in `cwd`. */
  static async open(connection: AgentConnection, cwd: string): Promise<AgentTalk> {
    const talk = new AgentTalk(connection);
    await talk.ask('initialize', { protocolVersion: 1, clientCapabilities: {} });
    const { sessionId } = Opened.parse((await talk.ask('session/new', { cwd, mcpServers: [] })).result);
    talk.sessionId = sessionId;
    return talk;
  }

  /** The answer, from the stream. */
  async ask(method: string, params: object, withinMs = 60_000): Promise<z.infer<typeof Answer>> {
    const id = await this.send(method, params);
    return this.answerTo(id, withinMs);
  }

  async send(method: string, params: object): Promise<string> {
    this.requests += 1;
    const id = `${this.connection.serverId}:${String(this.requests)}`;
    await this.connection.request(id, method, params);
    return id;
  }

  answerTo(id: string, withinMs = 60_000): Promise<z.infer<typeof Answer>> {
    return eventually(() => {
      const found = this.messages().flatMap((message) => Answer.safeParse(message).data ?? []);
      const answer = found.find((candidate) => candidate.id === id);
      if (answer) return Promise.resolve(answer);
      return Promise.reject(new Error(`No answer to ${id} yet.`, { cause: this.failure }));
    }, withinMs);
  }

  prompt(text: string, withinMs = 60_000): Promise<z.infer<typeof Answer>> {
    return this.ask('session/prompt', this.promptOf(text), withinMs);
  }

  promptOf(text: string): object {
    return { sessionId: this.sessionId, prompt: [{ type: 'text', text }] };
  }

  messages(): unknown[] {
    return this.heard.flatMap((news) => (news.kind === 'event' ? [news.event.message] : []));
  }

  updates(kind: string): Record<string, unknown>[] {
    const updates = this.messages().flatMap((message) => Update.safeParse(message).data?.params.update ?? []);
    return updates.filter(({ sessionUpdate }) => sessionUpdate === kind);
  }

  /** What chunks of a kind say together. */
  said(kind = 'agent_message_chunk'): string {
    return this.updates(kind)
      .map(({ content }) => z.object({ text: z.string() }).parse(content).text)
      .join('');
  }

  lastId(): number {
    return this.heard.reduce((last, news) => (news.kind === 'event' ? news.event.id : last), 0);
  }

  leave(): void {
    this.stop.abort();
  }

  private async listen(lastEventId: number | null): Promise<void> {
    for await (const news of this.connection.news(lastEventId, this.stop.signal)) {
      this.heard.push(news);
      const asked = news.kind === 'event' ? Asked.safeParse(news.event.message).data : undefined;
      if (asked) await this.reply(asked);
    }
  }

  private async reply(asked: Asked): Promise<void> {
    this.asked.push(asked);
    const kind = this.decide(asked);
    if (kind === null) return;
    const optionId = asked.params.options.find((option) => option.kind === kind)?.optionId;
    const answer: AgentAnswer = { result: { outcome: { outcome: 'selected', optionId } } };
    await this.connection.answer(asked.id, answer);
  }
}
