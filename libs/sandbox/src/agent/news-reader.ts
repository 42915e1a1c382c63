import { setTimeout as wait } from 'node:timers/promises';
import { EffectFailed } from '@foundry/messaging';
import { z } from 'zod';
import type { AgentNews } from '../contracts/index.js';
import type { AgentServer } from '../machine/agent-server.js';
import { readEvents } from '../machine/read-events.js';
import { AgentServerRefused } from '../machine/server-door.js';
import { systemCode } from '../machine/system-code.js';
import type { AgentTimings } from './agent-timings.js';
import { EventOrder } from './event-order.js';
import { NewsQueue } from './news-queue.js';

const Exited = z.object({
  method: z.literal('_adapter/agent_exited'),
  params: z.object({ code: z.int().nullish(), success: z.boolean() }),
});

/** Whether the server may not know the agent yet, because it was asked for but did not start. */
export type MayStart = () => boolean;

/**
 * Reads what an agent says, for ever. It reads ahead of whoever listens: the server keeps 512 events for a reader who is
 * slow and drops the rest.
 */
export class NewsReader {
  private readonly order: EventOrder;
  private readonly queue = new NewsQueue();
  /** When it began not to answer; null: it answers. */
  private lostSince: number | null = null;
  private tries = 0;

  constructor(
    private readonly server: AgentServer,
    private readonly serverId: string,
    private readonly timings: AgentTimings,
    private readonly mayStart: MayStart,
    lastEventId: number | null,
  ) {
    this.order = new EventOrder(lastEventId ?? 0);
  }

  /** Ends with the agent, or by `abort`; throws `machine.unreachable`, or what `fail` was called with. */
  async *news(abort: AbortSignal): AsyncGenerator<AgentNews> {
    const left = new AbortController();
    const stop = AbortSignal.any([abort, left.signal]);
    const onStop = () => {
      this.queue.end();
    };
    stop.addEventListener('abort', onStop, { once: true });
    if (stop.aborted) onStop();
    const reading = this.read(stop).then(
      () => {
        this.queue.end();
      },
      (error: unknown) => {
        if (stop.aborted) this.queue.end();
        else this.fail(error instanceof Error ? error : new Error(String(error)));
      },
    );
    try {
      yield* this.queue.all();
    } finally {
      left.abort();
      await reading;
    }
  }

  /** Whoever listens gets this error after what was read before. */
  fail(error: Error): void {
    this.queue.fail(error);
  }

  private async read(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const state = await this.readOnce(stop);
      if (state === 'ended') return;
      if (state === 'lost') await this.rest(stop);
    }
  }

  /** `again`: at once, because events are missing. */
  private async readOnce(stop: AbortSignal): Promise<'ended' | 'again' | 'lost'> {
    const { serverId, order, timings } = this;
    // What was missed is asked for also at the very first look.
    const stream = await this.server
      .agentEvents(serverId, order.last, timings.quietMs, stop)
      .catch((error: unknown) => {
        if (error instanceof AgentServerRefused) return this.refused(error);
        if (error instanceof EffectFailed) return this.unreachable(error);
        throw error;
      });
    if (typeof stream === 'string') return stream;
    this.lostSince = null;
    order.begin();
    try {
      for await (const { id, data } of readEvents(stream)) {
        const state = await this.take(id === null ? NaN : Number(id), data);
        if (state !== 'next') return state;
      }
      return 'lost';
    } catch (error) {
      // It broke off, or was quiet for too long.
      if (systemCode(error) === null) throw error;
      return 'lost';
    } finally {
      stream.destroy();
    }
  }

  private async take(id: number, message: unknown): Promise<'next' | 'again' | 'ended'> {
    if (!Number.isSafeInteger(id)) return 'next';
    const place = this.order.place(id);
    if (place.kind === 'ahead') return 'again';
    if (place.kind === 'seen') return 'next';
    this.tries = 0;
    if ('gap' in place) await this.queue.put({ kind: 'gap', gap: place.gap });
    const exited = Exited.safeParse(message);
    if (exited.success) {
      const { code = null, success } = exited.data.params;
      await this.queue.put({ kind: 'exited', code, success });
      return 'ended';
    }
    await this.queue.put({ kind: 'event', event: { id, message } });
    return 'next';
  }

  /** The server does not know the agent: it was not started yet, or ended together with its server. */
  private async refused(error: AgentServerRefused): Promise<'ended' | 'lost'> {
    if (error.type !== 'urn:sandbox-agent:error:session_not_found') return this.unreachable(error);
    this.lostSince = null;
    if (this.order.last === 0 && this.mayStart()) {
      this.tries = 0;
      return 'lost';
    }
    await this.queue.put({ kind: 'exited', code: null, success: false });
    return 'ended';
  }

  private unreachable(error: Error): 'lost' {
    this.lostSince ??= Date.now();
    if (Date.now() - this.lostSince < this.timings.giveUpMs) return 'lost';
    const message = `The machine of the agent does not answer any more: ${error.message}`;
    throw new EffectFailed('machine.unreachable', message, null, { cause: error });
  }

  private async rest(stop: AbortSignal): Promise<void> {
    const [first, most] = this.timings.retryMs;
    const ms = Math.min(most, first * 2 ** Math.min(this.tries, 10));
    this.tries += 1;
    await wait(ms, undefined, { signal: stop });
  }
}
