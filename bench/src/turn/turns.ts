import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Browser } from './browser.js';

const Item = z.looseObject({
  kind: z.string(),
  turnId: z.string().nullable(),
  text: z.string(),
  data: z.looseObject({ output: z.looseObject({ head: z.string() }).nullish() }),
});
const Snapshot = z.looseObject({ transcript: z.looseObject({ items: z.array(Item) }) });
/** The time in ms, as the machine of the agent says it. */
const CLOCK = 'run date +%s%3N';
const ONE_TIME = /^(\d{13})\s*$/;

/** When things became known, in ms since 1970; the processes and machines of one host have one clock. */
export interface Seen {
  /** Of each answer of the clock at the agent: what it said, and when the socket told it. */
  clocks: Map<string, number>;
  firstToken: number | null;
  ended: number;
}

/** A message: when it was sent, and what it took until it was kept. */
export interface Sent {
  at: number;
  acceptedMs: number;
}

/** A session, watched over a socket as by a browser. */
export class WatchedSession {
  readonly sessionId = randomUUID();
  private readonly seen: Seen = { clocks: new Map(), firstToken: null, ended: 0 };
  private wake: () => void = () => undefined;
  private leave: () => void = () => undefined;

  private constructor(private readonly browser: Browser) {}

  /** Opens it with a first message. */
  static async open(browser: Browser, taskId: string, text: string): Promise<{ session: WatchedSession; sent: Sent }> {
    const session = new WatchedSession(browser);
    const body = { sessionId: session.sessionId, messageId: randomUUID(), text, agent: 'demo' };
    const { ms, at } = await browser.send(`/v1/tasks/${taskId}/messages`, body);
    session.leave = await browser.watch(`session:${session.sessionId}`, (frame, heardAt) => {
      if (frame.op === 'snapshot') session.hearAll(Snapshot.parse(frame.data).transcript.items, heardAt);
      if (frame.op === 'resumed') for (const { type, data } of frame.changes) session.hear(type, data, heardAt);
      if (frame.op === 'delta') session.hear(frame.type, frame.data, heardAt);
    });
    return { session, sent: { at, acceptedMs: ms } };
  }

  /** Asks the agent for the time and answers when it had the prompt, and when the socket told it. */
  async askTime(): Promise<{ sent: Sent; atAgent: number; told: number }> {
    const known = this.seen.clocks.size;
    const over = this.seen.ended;
    const path = `/v1/sessions/${this.sessionId}/messages`;
    const { ms, at } = await this.browser.send(path, { messageId: randomUUID(), text: CLOCK });
    await this.until(() => this.seen.ended > over);
    const [, clock] =
      [...this.seen.clocks].slice(known).map(([said, told]) => [told, { said, told }] as const)[0] ?? [];
    if (!clock) throw new Error('The agent did not tell the time; its machine needs a date that knows %3N.');
    return { sent: { at, acceptedMs: ms }, atAgent: Number(clock.said), told: clock.told };
  }

  /** When the first words of the agent were shown. */
  async firstToken(): Promise<number> {
    await this.until(() => this.seen.firstToken !== null);
    return this.seen.firstToken ?? 0;
  }

  async ended(turns: number): Promise<void> {
    await this.until(() => this.seen.ended >= turns);
  }

  close(): void {
    this.leave();
  }

  private hearAll(items: readonly z.infer<typeof Item>[], at: number): void {
    for (const item of items) this.hear('item', item, at);
  }

  private hear(type: string, data: unknown, at: number): void {
    const item = type === 'item' ? Item.safeParse(data).data : undefined;
    if (!item) return;
    if (item.kind === 'assistant_text') this.seen.firstToken ??= at;
    if (item.kind === 'turn') this.seen.ended += 1;
    const said = ONE_TIME.exec(item.data.output?.head ?? '')?.[1];
    if (said !== undefined && !this.seen.clocks.has(said)) this.seen.clocks.set(said, at);
    this.wake();
  }

  private async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
